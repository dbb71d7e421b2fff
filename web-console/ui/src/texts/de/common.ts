import type { common as en } from '../en/common';

export const common: typeof en = {
  product: 'Longshore',
  tagline: 'Contact History, pünktlich exportiert',
  loading: 'Wird geladen…',
  tryAgain: 'Noch einmal versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  confirm: 'Bestätigen',
  clear: 'Leeren',
  never: 'Nie',
  none: 'Keine',
  dash: '–',
  didNotWork: 'Das hat nicht geklappt',
  formats: { dateAndTime: 'D. MMM YYYY, HH:mm', date: 'D. MMM YYYY', time: 'HH:mm' },
  calendar: {
    labels: {
      monthLevelControl: 'Monat wählen',
      yearLevelControl: 'Jahr wählen',
      nextMonth: 'Nächster Monat',
      previousMonth: 'Voriger Monat',
      nextYear: 'Nächstes Jahr',
      previousYear: 'Voriges Jahr',
      nextDecade: 'Nächstes Jahrzehnt',
      previousDecade: 'Voriges Jahrzehnt',
    },
    take: 'Datum und Uhrzeit übernehmen',
    time: 'Uhrzeit',
  },
  notFound: { title: 'Diese Seite gibt es nicht', back: 'Zu den Jobs' },
  broken: {
    title: 'Die Seite lässt sich nicht anzeigen',
    text: 'Ein Teil von ihr wurde nicht geladen. Die Verbindung ging verloren, oder die Konsole wurde aktualisiert, seit Sie sie geöffnet haben.',
    reload: 'Neu laden',
  },
  accessDenied: {
    title: 'Kein Zugriff',
    text: 'Ihre Rollen erlauben diese Seite nicht. Ein Administrator kann das ändern.',
    back: 'Zu den Jobs',
  },
};
