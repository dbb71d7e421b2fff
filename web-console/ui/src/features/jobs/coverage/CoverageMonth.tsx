import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconClock, IconLoader2, type TablerIcon } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { texts } from '../../../texts';
import { count } from '../../runs/amounts';
import type { Day, DayState, Interval } from './coverage';
import './coverage.css';

const ICONS: Partial<Record<DayState, TablerIcon>> = {
  exported: IconCheck,
  late: IconClock,
  empty: IconCircleDashed,
  missing: IconAlertTriangle,
  partly: IconAlertTriangle,
  underway: IconLoader2,
};

interface Props {
  month: string;
  days: readonly Day[];
  /** absent for those who may not fill a hole */
  onFill: ((hole: Interval) => void) | undefined;
}

/** Weeks from Monday to Sunday; a hole is a button. */
export function CoverageMonth({ month, days, onFill }: Props) {
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  const weekdays = Object.values(texts.schedule.days);
  return (
    <table className="coverage" aria-label={texts.jobs.coverage.open}>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col" abbr={name}>
              {name.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <td key={day.date}>
                <DayCell day={day} outside={!day.date.startsWith(month)} onFill={onFill} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, outside, onFill }: { day: Day; outside: boolean; onFill: Props['onFill'] }) {
  const words = texts.jobs.coverage;
  const Icon = ICONS[day.state];
  const rows = day.rows === null || day.state === 'ahead' || day.state === 'before' ? null : count(day.rows);
  const content = (
    <>
      <span className="coverage-date">
        {Number(day.date.slice(8))}
        {Icon !== undefined && <Icon size={14} aria-hidden />}
      </span>
      <span className="coverage-rows">{rows}</span>
    </>
  );
  const spoken = words.day(dayjs(day.date).format(texts.formats.date), words.states[day.state], rows);
  const className = `coverage-day ${day.state}${outside ? ' outside' : ''}`;
  const { hole } = day;
  if (hole !== null && onFill !== undefined) {
    return (
      <UnstyledButton className={className} onClick={() => onFill(hole)} aria-label={`${spoken}. ${words.fill}`} title={`${spoken}. ${words.fill}`}>
        {content}
      </UnstyledButton>
    );
  }
  return (
    <div className={className} role="img" aria-label={spoken} title={spoken}>
      {content}
    </div>
  );
}

export function Legend() {
  const { states } = texts.jobs.coverage;
  return (
    <Group gap="md" component="ul" p={0} m={0} className="coverage-legend">
      {(Object.entries(ICONS) as [DayState, TablerIcon][]).map(([state, Icon]) => (
        <li key={state}>
          <span className={`coverage-swatch ${state}`}>
            <Icon size={12} aria-hidden />
          </span>
          <Text size="xs" component="span">
            {states[state]}
          </Text>
        </li>
      ))}
    </Group>
  );
}
