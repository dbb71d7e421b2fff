/** Where to go after the sign-in: the page that was asked for, if it is one of this console's. */
export function targetOf(state: unknown): string {
  if (typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string') {
    const isOwnPath = state.from.startsWith('/') && !state.from.startsWith('//') && !state.from.startsWith('/sign-in');
    return isOwnPath ? state.from : '/jobs';
  }
  return '/jobs';
}
