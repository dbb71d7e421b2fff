import type { Texts } from '../index';

export const status: Texts['status'] = {
  REQUESTED: 'Angefordert',
  PLANNED: 'Geplant',
  RUNNING: 'Läuft',
  COMPLETED: 'Abgeschlossen',
  FAILED: 'Fehlgeschlagen',
  CANCELLED: 'Abgebrochen',
  SKIPPED: 'Ausgelassen',
};

export const eta: Texts['eta'] = {
  almost: 'gleich fertig',
  left: (time) => `noch etwa ${time}`,
  between: (least, most) => `noch ${least} bis ${most}`,
  endsAt: (time) => `voraussichtlich fertig am ${time}`,
  unknown: 'Restzeit unbekannt',
  unknownBecause: (reason) => `Restzeit unbekannt: ${reason}`,
  rows: (count) => `${count} Zeilen`,
  seconds: (n) => `${n} s`,
  minutes: (n) => `${n} min`,
  hours: (h, m) => (m === 0 ? `${h} h` : `${h} h ${m} min`),
  days: (d, h) => (h === 0 ? `${d} T` : `${d} T ${h} h`),
};
