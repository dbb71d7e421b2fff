export const preferences = {
  title: 'Preferences',
  kept: 'Kept in this browser.',
  zone: 'Time zone for display',
  zoneHint: 'Times on the pages are shown in this zone. A job keeps its own.',
  zoneOfBrowser: (zone: string) => `Of this computer (${zone})`,
  scheme: 'Colours',
  schemes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  /** Each language in its own words, so that everybody finds theirs. */
  languages: { en: 'English', de: 'Deutsch' },
  display: 'Display',
  tokens: 'Access tokens',
};
