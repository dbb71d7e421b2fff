import { Text } from '@mantine/core';
import { displayZone } from '../preferences';
import { dateIn, timeIn } from '../time';

/** An instant in the zone that the reader chose, the day above the time, so that columns stay narrow. */
export function DateAndTime({ instant }: { instant: string }) {
  const zone = displayZone();
  return (
    <time dateTime={instant}>
      <Text size="sm" component="span" display="block" style={{ whiteSpace: 'nowrap' }}>
        {dateIn(instant, zone)}
      </Text>
      <Text size="xs" c="dimmed" component="span">
        {timeIn(instant, zone)}
      </Text>
    </time>
  );
}
