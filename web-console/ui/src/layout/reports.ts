import { notifications } from '@mantine/notifications';
import { texts } from '../texts';

/** Short reports on what a person asked for. */
export const report = {
  done: (message: string) => {
    notifications.show({ message, color: 'green' });
  },
  failure: (failure: unknown) => {
    notifications.show({
      title: texts.didNotWork,
      message: failure instanceof Error ? failure.message : String(failure),
      color: 'red',
      autoClose: 10_000,
    });
  },
};
