import { DateTimePicker } from '@mantine/dates';
import { displayZone } from '../../preferences';
import { texts } from '../../texts';
import { fieldValueOf, instantOf } from '../../time';

interface Props {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  w?: number | string;
}

/** A date and time in the zone of display, kept as an instant. */
export function InstantField({ label, value, onChange, w }: Props) {
  const zone = displayZone();
  return (
    <DateTimePicker
      label={label}
      description={zone}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      clearable
      valueFormat={texts.formats.dateAndTime}
      value={isInstant(value) ? fieldValueOf(value, zone) : null}
      onChange={(picked) => onChange(picked === null ? null : instantOf(picked, zone))}
      clearButtonProps={{ 'aria-label': texts.clear }}
      timePickerProps={{ hoursInputLabel: texts.lists.hours, minutesInputLabel: texts.lists.minutes }}
      submitButtonProps={{ 'aria-label': texts.confirm }}
      {...(w === undefined ? {} : { w })}
    />
  );
}

function isInstant(value: string | null): value is string {
  return value !== null && !Number.isNaN(Date.parse(value));
}
