import { matchPath } from 'react-router';
import { describe, expect, it } from 'vitest';
import { CODE, firstPathOf, pageAt } from './pages';
import { PLACES } from './places';

const PATHS = [
  '/', '/jobs', '/jobs/', '/jobs/one', '/history', '/history/', '/history/0a1b', '/history/0a1b/more', '/artifacts', '/artifacts/one',
  '/administration', '/administration/audit', '/administration/audit/more', '/preferences', '/sign-in', '/nowhere', '/history//',
];

describe('the page at a path', () => {
  it.each(PATHS)('%s is the one that the router shows there', (path) => {
    const shown = PLACES.find((place) => matchPath(place.path, path === '/' ? '/jobs' : path) !== null);
    expect(pageAt(path)).toBe(shown?.code);
  });

  it('is known for all code that there is', () => {
    expect(new Set(PATHS.map(pageAt))).toEqual(new Set([...Object.keys(CODE), undefined]));
  });
});

describe('what is asked first', () => {
  it('is the list as the address filters and sorts it', () => {
    expect(firstPathOf('jobs', new URLSearchParams('source=ucs&q=a%26b&sort=-lastRun'))).toBe('/api/v1/jobs?source=ucs&q=a%26b&sort=-lastRun.at&limit=50');
    expect(firstPathOf('history', new URLSearchParams('status=FAILED&sort=rows&other=1'))).toBe('/api/v1/runs?status=FAILED&sort=rows&limit=50');
    expect(firstPathOf('artifacts', new URLSearchParams())).toBe('/api/v1/artifacts?sort=-createdAt&limit=100');
    expect(firstPathOf('artifacts', new URLSearchParams('runId=7'))).toBe('/api/v1/artifacts?runId=7&sort=name&limit=100');
  });

  it('is nothing for pages that begin without a list', () => {
    expect(firstPathOf('preferences', new URLSearchParams())).toBeUndefined();
  });
});
