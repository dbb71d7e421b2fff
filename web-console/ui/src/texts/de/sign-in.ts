import type { Texts } from '../index';

export const signIn: Texts['signIn'] = {
  title: 'Anmelden',
  user: 'Benutzer',
  password: 'Passwort',
  submit: 'Anmelden',
  wrong: 'Benutzer oder Passwort ist falsch. Prüfen Sie beides und versuchen Sie es noch einmal.',
  hint: 'Erster Start? Der Benutzer heißt „admin“; das Passwort steht in der Datei, die der Start genannt hat.',
  failed: 'Die Anmeldung hat nicht geklappt',
};
