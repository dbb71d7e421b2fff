import { displayZone } from '../preferences';
import { dateIn, timeIn } from '../time';

/** An instant in the zone that the reader chose, the day above the time, so that columns stay narrow. */
export function DateAndTime({ instant }: { instant: string }) {
  const zone = displayZone();
  return (
    <time dateTime={instant}>
      <span className="text nowrap">{dateIn(instant, zone)}</span>
      <span className="text tiny quiet">{timeIn(instant, zone)}</span>
    </time>
  );
}
