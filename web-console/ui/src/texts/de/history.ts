import type { Texts } from '../index';

export const history: Texts['history'] = {
  title: 'Verlauf',
  ofJob: (title) => `Läufe von „${title}“`,
  allJobs: 'Alle Jobs zeigen',
  untitled: 'Job',
  empty: 'Noch ist nichts gelaufen',
  failed: 'Der Verlauf konnte nicht geladen werden',
  columns: { job: 'Job', type: 'Typ', status: 'Status', started: 'Beginn', ended: 'Ende', duration: 'Dauer', rows: 'Zeilen', size: 'Größe', files: 'Dateien' },
  cancelRun: (title) => `Lauf von ${title} abbrechen`,
  cancelled: 'Der Lauf wird angehalten',
  showFiles: (count, title) => `${count === 1 ? '1 Datei' : `${count} Dateien`} von ${title} zeigen`,
  retry: (title) => `${title} für dasselbe Zeitfenster noch einmal ausführen`,
  retried: 'Der Lauf wurde noch einmal gestartet',
  because: (message) => `Fehlgeschlagen: ${message}`,
  filesTitle: (title) => `Dateien von „${title}“`,
  noFiles: 'Dieser Lauf hat keine Dateien',
  filesFailed: 'Die Dateien konnten nicht geladen werden',
  download: (name) => `${name} herunterladen`,
};
