export const signIn = {
  title: 'Sign in',
  user: 'User',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'User or password is wrong. Check both and try again.',
  hint: 'First start? The user is “admin”; the password is in the file that the start printed.',
  failed: 'Signing in did not work',
};
