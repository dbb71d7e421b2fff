// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { displayZone, prefer, preferencesIn } from './preferences';
import { languageFor, texts } from './texts';

it('takes what is stored', () => {
  expect(preferencesIn({ language: 'de', zone: 'Asia/Tokyo' })).toEqual({ language: 'de', zone: 'Asia/Tokyo' });
});

it.each([null, 7, 'de', {}, { language: 'xx', zone: 'Mars/Olympus' }])('follows the browser when %o is stored', (stored) => {
  expect(preferencesIn(stored)).toEqual({ language: null, zone: null });
});

it('changes language and zone at once', () => {
  prefer({ language: 'de', zone: 'Asia/Tokyo' });
  expect(texts.navigation.signOut).toBe('Abmelden');
  expect(document.documentElement.lang).toBe('de');
  expect(displayZone()).toBe('Asia/Tokyo');

  prefer({ language: 'en' });
  expect(texts.navigation.signOut).toBe('Sign out');
  expect(displayZone()).toBe('Asia/Tokyo');
});

it.each([
  [['de-CH', 'en'], 'de'],
  [['fr-FR', 'en-GB', 'de'], 'en'],
  [['fr-FR'], 'en'],
  [[], 'en'],
] as const)('speaks, for the wishes %o, %s', (wishes, language) => {
  expect(languageFor(wishes)).toBe(language);
});
