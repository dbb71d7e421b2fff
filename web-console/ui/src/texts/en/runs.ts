export const status = {
  REQUESTED: 'Requested',
  PLANNED: 'Planned',
  RUNNING: 'Running',
  COMPLETED: 'Completed',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
  SKIPPED: 'Skipped',
};

export const eta = {
  almost: 'about to end',
  left: (time: string) => `about ${time} left`,
  between: (least: string, most: string) => `${least} to ${most} left`,
  endsAt: (time: string) => `expected to end at ${time}`,
  unknown: 'time left unknown',
  unknownBecause: (reason: string) => `time left unknown: ${reason}`,
  rows: (count: string) => `${count} rows`,
  seconds: (n: number) => `${n} s`,
  minutes: (n: number) => `${n} min`,
  hours: (h: number, m: number) => (m === 0 ? `${h} h` : `${h} h ${m} min`),
  days: (d: number, h: number) => (h === 0 ? `${d} d` : `${d} d ${h} h`),
};
