// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFocusGivenBack } from './use-focus-given-back';

function Panel({ name }: { name: string }) {
  useFocusGivenBack();
  return <button ref={(button) => button?.focus()}>{name}</button>;
}

function page(dialog: string | null) {
  return (
    <>
      <button>opener</button>
      <button id="target">menu button</button>
      <div role="menu" aria-labelledby="target">
        <button>item</button>
      </div>
      {dialog !== null && <Panel key={dialog} name={dialog} />}
    </>
  );
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the focus, when a dialog is gone,', () => {
  it.each([
    ['opener', 'opener'],
    ['item', 'menu button'],
  ])('returns from one that %s opened to %s', (opener, expected) => {
    const { rerender } = render(page(null));
    screen.getByText(opener).focus();
    rerender(page('first'));
    expect(document.activeElement?.textContent).toBe('first');
    rerender(page(null));
    vi.runAllTimers();
    expect(document.activeElement?.textContent).toBe(expected);
  });

  it('returns to what opened the first of two that followed on one another', () => {
    const { rerender } = render(page(null));
    screen.getByText('opener').focus();
    rerender(page('first'));
    rerender(page('second'));
    vi.runAllTimers();
    expect(document.activeElement?.textContent).toBe('second');
    rerender(page(null));
    vi.runAllTimers();
    expect(document.activeElement?.textContent).toBe('opener');
  });

  it('stays where it was put meanwhile', () => {
    const { rerender } = render(page(null));
    screen.getByText('opener').focus();
    rerender(page('first'));
    rerender(page(null));
    screen.getByText('menu button').focus();
    vi.runAllTimers();
    expect(document.activeElement?.textContent).toBe('menu button');
  });
});
