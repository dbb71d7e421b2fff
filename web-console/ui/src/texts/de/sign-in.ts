import type { Texts } from '../index';

export const signIn: Texts['signIn'] = {
  title: 'Anmelden',
  user: 'Benutzer',
  password: 'Passwort',
  submit: 'Anmelden',
  wrong: 'Benutzer oder Passwort ist falsch. Prüfen Sie beides und versuchen Sie es noch einmal.',
  throttled: (wait) => `Zu viele Fehlversuche. Versuchen Sie es in ${wait} noch einmal.`,
  hint: 'Erster Start? Der Benutzer heißt „admin“; das Passwort steht in der Datei, die der Start genannt hat.',
  failed: 'Die Anmeldung hat nicht geklappt',
  withProvider: 'Mit Ihrer Organisation anmelden',
  providerFailed: 'Die Anmeldung Ihrer Organisation hat Sie nicht eingelassen. Versuchen Sie es noch einmal, oder fragen Sie einen Administrator.',
};

export const password: Texts['password'] = {
  title: 'Neues Passwort wählen',
  why: 'Das Passwort, mit dem Sie sich angemeldet haben, wurde für Sie gemacht. Wählen Sie eines, das nur Sie kennen.',
  changeTitle: 'Passwort',
  current: 'Jetziges Passwort',
  next: 'Neues Passwort',
  nextHint: 'Mindestens 12 Zeichen',
  again: 'Neues Passwort, noch einmal',
  differs: 'Die beiden sind nicht gleich',
  tooShort: 'Muss mindestens 12 Zeichen haben',
  submit: 'Passwort ändern',
  changed: 'Das Passwort wurde geändert. Ihre anderen Sitzungen sind beendet.',
  failed: 'Das Passwort wurde nicht geändert',
};
