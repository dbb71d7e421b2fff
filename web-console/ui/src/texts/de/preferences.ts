import type { Texts } from '../index';

export const preferences: Texts['preferences'] = {
  title: 'Einstellungen',
  kept: 'In diesem Browser gespeichert.',
  zone: 'Zeitzone der Anzeige',
  zoneHint: 'Zeiten auf den Seiten erscheinen in dieser Zone. Ein Job behält seine eigene.',
  zoneOfBrowser: (zone) => `Die dieses Computers (${zone})`,
  scheme: 'Farben',
  schemes: { auto: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  languages: { en: 'English', de: 'Deutsch' },
  display: 'Anzeige',
  tokens: 'Zugriffstoken',
};
