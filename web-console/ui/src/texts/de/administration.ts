import type { Texts } from '../index';

export const administration: Texts['administration'] = {
  title: 'Verwaltung',
};
