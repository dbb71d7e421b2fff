/** Words of every list. */
export const lists = {
  clearFilters: 'Clear filters',
  moreFilters: (set: number) => (set === 0 ? 'More filters' : `More filters (${set})`),
  hours: 'Hours',
  minutes: 'Minutes',
};
