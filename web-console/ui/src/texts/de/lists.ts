import type { Texts } from '../index';

export const lists: Texts['lists'] = {
  clearFilters: 'Filter leeren',
  hours: 'Stunden',
  minutes: 'Minuten',
};
