import type { Texts } from '../index';

export const navigation: Texts['navigation'] = {
  export: 'Export',
  jobs: 'Jobs',
  history: 'Verlauf',
  artifacts: 'Dateien',
  administration: 'Verwaltung',
  preferences: 'Einstellungen',
  account: (name) => `Konto von ${name}`,
  signOut: 'Abmelden',
  skip: 'Zum Inhalt springen',
  openMenu: 'Menü öffnen',
  menu: 'Menü',
};
