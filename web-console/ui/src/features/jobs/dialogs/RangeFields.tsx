import { Group, type InputWrapperProps } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { texts } from '../../../texts';
import { fieldValueOf, instantOf } from '../../../time';

/** A range as the fields hold it: wall-clock times of the job's zone. */
export interface Range {
  from: string | null;
  to: string | null;
}

/** What is said of a field stands below it. */
const ORDER: NonNullable<InputWrapperProps['inputWrapperOrder']> = ['label', 'input', 'description', 'error'];

interface Props {
  range: Range;
  zone: string;
  problems?: Partial<Record<keyof Range, string>>;
  onChange: (range: Range) => void;
}

/** The start and the end of a range of data, in the job's zone, which is named. */
export function RangeFields({ range, zone, problems = {}, onChange }: Props) {
  const words = texts.editor;
  return (
    <Group grow align="start">
      <DateTimePicker
        label={words.from}
        description={texts.jobs.inZone(zone)}
        inputWrapperOrder={ORDER}
        required
        clearable
        value={range.from}
        onChange={(from) => onChange({ ...range, from })}
        error={problems.from}
        data-autofocus
      />
      <DateTimePicker
        label={words.to}
        description={`${words.toHint}. ${texts.jobs.inZone(zone)}`}
        inputWrapperOrder={ORDER}
        required
        clearable
        value={range.to}
        onChange={(to) => onChange({ ...range, to })}
        error={problems.to}
      />
    </Group>
  );
}

/** The range as the API takes it; null while it is not complete. */
export function instantsOf(range: Range, zone: string): { from: string; to: string } | null {
  return range.from === null || range.to === null ? null : { from: instantOf(range.from, zone), to: instantOf(range.to, zone) };
}

export function rangeOf(from: string | undefined, to: string | undefined, zone: string): Range {
  return { from: from === undefined ? null : fieldValueOf(from, zone), to: to === undefined ? null : fieldValueOf(to, zone) };
}
