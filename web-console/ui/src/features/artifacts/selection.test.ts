import { describe, expect, it } from 'vitest';
import { anArtifact } from './artifacts.fixtures';
import { bytesOf, MOST_SELECTED, NOTHING, toggled, toggledAll } from './selection';

const many = Array.from({ length: 120 }, (_, index) => anArtifact({ id: `a${index}`, bytes: 10 }));
const [first, second] = many;

describe('the selection of artifacts', () => {
  it('takes one in and out', () => {
    if (first === undefined || second === undefined) {
      throw new Error('the fixture has artifacts');
    }
    const both = toggled(toggled(NOTHING, first), second);
    expect([...both.keys()]).toEqual(['a0', 'a1']);
    expect(bytesOf(both)).toBe(20);
    expect([...toggled(both, first).keys()]).toEqual(['a1']);
  });

  // P76
  it('holds at most 100', () => {
    const full = toggledAll(NOTHING, many);
    expect(full.size).toBe(MOST_SELECTED);
    expect(toggled(full, anArtifact({ id: 'one more' }))).toBe(full);
  });

  it('takes all out when all are in, and leaves what is not shown', () => {
    const shown = many.slice(0, 3);
    const elsewhere = toggled(NOTHING, anArtifact({ id: 'elsewhere' }));
    const all = toggledAll(elsewhere, shown);
    expect(all.size).toBe(4);
    expect([...toggledAll(all, shown).keys()]).toEqual(['elsewhere']);
  });
});
