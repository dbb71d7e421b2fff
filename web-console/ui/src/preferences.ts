import dayjs from 'dayjs';
import 'dayjs/locale/de';
import { useSyncExternalStore } from 'react';
import { type Language, languageFor, speak } from './texts';
import { browserZone } from './browser-zone';
import { isKnownZone } from './time';

/** What a person chose for this browser; null follows the browser. Colours are kept by the component library. */
export interface Preferences {
  language: Language | null;
  /** IANA name of the zone in which times are shown */
  zone: string | null;
}

const KEY = 'longshore.preferences';
const listeners = new Set<() => void>();
let present = read();
apply(present);

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => present);
}

/** Takes effect at once, on every open page of this browser, and stays. */
export function prefer(changes: Partial<Preferences>) {
  localStorage.setItem(KEY, JSON.stringify({ ...present, ...changes }));
  refresh();
}

export function languageOf({ language }: Preferences): Language {
  return language ?? languageFor(navigator.languages);
}

/** The zone in which pages show times. */
export function displayZone(): string {
  return present.zone ?? browserZone();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', refresh);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', refresh);
  };
}

function refresh() {
  present = read();
  apply(present);
  for (const listener of listeners) {
    listener();
  }
}

function apply(preferences: Preferences) {
  const language = languageOf(preferences);
  speak(language);
  dayjs.locale(language);
  document.documentElement.lang = language;
}

function read(): Preferences {
  try {
    return preferencesIn(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return preferencesIn({});
  }
}

/** What is stored may be of another version or damaged: what is not understood is as if never chosen. */
export function preferencesIn(stored: unknown): Preferences {
  const { language, zone } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    language: language === 'en' || language === 'de' ? language : null,
    zone: typeof zone === 'string' && isKnownZone(zone) ? zone : null,
  };
}
