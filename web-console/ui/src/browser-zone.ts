let zone: string | undefined;

/** The zone of the person at the screen when the page was opened. Kept, because every time that is shown asks for it. */
export function browserZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  return zone;
}
