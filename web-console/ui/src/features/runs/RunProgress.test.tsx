// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Run } from '../../api/types';
import { RunProgress } from './RunProgress';
import { aRun } from './runs.fixtures';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T14:01:00Z') });
  // The component library asks for it; this DOM has no media queries.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function show(run: Run) {
  render(
    <MantineProvider env="test">
      <RunProgress run={run} />
    </MantineProvider>,
  );
}

const withEta = aRun({
  eta: { at: '2026-11-23T14:05:00Z', earliest: '2026-11-23T14:04:00Z', latest: '2026-11-23T14:07:00Z' },
});

describe('the bar of an active run', () => {
  // P15
  it('shows how far the run is, to eyes and to screen readers', () => {
    show(withEta);
    const bar = screen.getByRole('progressbar', { name: 'Progress of Interactions, hourly' });
    expect(bar.getAttribute('aria-valuenow')).toBe('42');
    expect(bar.getAttribute('aria-valuetext')).toBe('42 %, 3 min to 6 min left');
  });

  // P16: the ETA is also readable without hovering
  it('tells the time left in text', () => {
    show(withEta);
    expect(screen.getByText(/42 % · 3 min to 6 min left · 1,200 rows/)).toBeTruthy();
  });

  // P16: focusing it by keyboard does what hovering does
  it('tells when the run is expected to end when it is focused', () => {
    show(withEta);
    fireEvent.focus(screen.getByRole('group', { name: 'Progress of Interactions, hourly' }));
    expect(screen.getByRole('tooltip').textContent).toContain('expected to end at');
  });

  it('says why nothing is known instead of a made-up number', () => {
    show(aRun({ status: 'REQUESTED', progress: null, etaUnknownBecause: 'waiting for a free worker' }));
    expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false);
    expect(screen.getByText('Requested · time left unknown: waiting for a free worker')).toBeTruthy();
  });
});
