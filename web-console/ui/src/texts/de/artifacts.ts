import type { Texts } from '../index';

export const artifacts: Texts['artifacts'] = {
  title: 'Dateien',
};
