import { de } from './de';
import { en } from './en';

/** Every word that a person reads comes from here. Another language is another object of this type. */
export type Texts = typeof en;

export type Language = 'en' | 'de';

const LANGUAGES: Record<Language, Texts> = { en, de };

/**
 * The words in the chosen language. Read them while rendering or acting, never when a module is loaded: the language may
 * change later (the linter finds it).
 */
export let texts: Texts = en;

/** Changes the words for everything that is rendered from now on. */
export function speak(language: Language) {
  texts = LANGUAGES[language];
}

/** The first language of a list of wishes (as browsers have them) that there are words in; English otherwise. */
export function languageFor(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const language = wish.slice(0, 2).toLowerCase();
    if (language === 'en' || language === 'de') {
      return language;
    }
  }
  return 'en';
}
