import type { Texts } from '../index';

export const lists: Texts['lists'] = {
  clearFilters: 'Filter leeren',
  moreFilters: (set) => (set === 0 ? 'Weitere Filter' : `Weitere Filter (${set})`),
  hours: 'Stunden',
  minutes: 'Minuten',
};
