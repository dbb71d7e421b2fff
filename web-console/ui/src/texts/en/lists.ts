/** Words of every list. */
export const lists = {
  clearFilters: 'Clear filters',
  hours: 'Hours',
  minutes: 'Minutes',
};
