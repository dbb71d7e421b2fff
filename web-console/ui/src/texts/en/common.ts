/** Words of every page. */
export const common = {
  product: 'Longshore',
  tagline: 'Contact History, exported on time',
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Confirm',
  clear: 'Clear',
  never: 'Never',
  none: 'None',
  dash: '–',
  didNotWork: 'That did not work',
  /** As dayjs reads them. */
  formats: { dateAndTime: 'D MMM YYYY, HH:mm', date: 'D MMM YYYY', time: 'HH:mm' },
  calendar: {
    labels: {
      monthLevelControl: 'Choose the month',
      yearLevelControl: 'Choose the year',
      nextMonth: 'Next month',
      previousMonth: 'Previous month',
      nextYear: 'Next year',
      previousYear: 'Previous year',
      nextDecade: 'Next decade',
      previousDecade: 'Previous decade',
    },
    take: 'Take this date and time',
    time: 'Time of day',
  },
  notFound: { title: 'There is no such page', back: 'Go to the jobs' },
  broken: {
    title: 'The page could not be shown',
    text: 'A part of it did not load. The connection was lost, or the console was updated since you opened it.',
    reload: 'Load it again',
  },
  accessDenied: {
    title: 'Access denied',
    text: 'Your roles do not allow this page. An administrator can change them.',
    back: 'Go to the jobs',
  },
};
