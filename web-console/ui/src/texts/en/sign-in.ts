export const signIn = {
  title: 'Sign in',
  user: 'User',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'User or password is wrong. Check both and try again.',
  throttled: (wait: string) => `Too many failed tries. Try again in ${wait}.`,
  hint: 'First start? The user is “admin”; the password is in the file that the start printed.',
  failed: 'Signing in did not work',
  withProvider: 'Sign in with your organisation',
  providerFailed: 'Your organisation’s sign-in did not let you in. Try again, or ask an administrator.',
};

export const password = {
  title: 'Choose a new password',
  why: 'The password that you signed in with was made for you. Choose one that only you know.',
  changeTitle: 'Password',
  current: 'Present password',
  next: 'New password',
  nextHint: '12 characters or more',
  again: 'New password, again',
  differs: 'The two are not the same',
  tooShort: 'Must have 12 characters or more',
  submit: 'Change password',
  changed: 'The password was changed. Other sessions of yours have ended.',
  failed: 'The password was not changed',
};
