// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anArtifact } from '../artifacts/artifacts.fixtures';
import { ArtifactName } from '../artifacts/parts';
import { aRun } from '../runs/runs.fixtures';
import { FailurePanel } from './FailurePanel';

const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

beforeEach(() => {
  // The component library asks for it; this DOM has no media queries.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(element: ReactNode) {
  return render(
    <MemoryRouter>
      <MantineProvider env="test">{element}</MantineProvider>
    </MemoryRouter>,
  ).container;
}

it('shows markup in the message of a failure as text', () => {
  const shown = show(
    <FailurePanel run={aRun({ status: 'FAILED', failure: { kind: 'DEFECT', message: HOSTILE, retryable: false } })} />,
  );
  expect(shown.textContent).toContain(HOSTILE);
  expect(shown.querySelectorAll('img, script')).toHaveLength(0);
});

it('shows markup in the names of files and jobs as text', () => {
  const shown = show(<ArtifactName artifact={anArtifact({ name: HOSTILE, jobTitle: HOSTILE })} />);
  expect(shown.textContent).toContain(HOSTILE + HOSTILE);
  expect(shown.querySelectorAll('img, script')).toHaveLength(0);
});
