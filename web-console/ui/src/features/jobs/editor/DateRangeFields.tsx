import { Group, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import type { RangeUnit } from '../../../api/types';
import { texts } from '../../../texts';
import type { JobForm } from './form';

interface Props {
  form: UseFormReturnType<JobForm>;
  dateColumns: string[];
}

/** Which data a run takes: everything, a fixed interval, or the last so many units before it. */
export function DateRangeFields({ form, dateColumns }: Props) {
  const words = texts.editor;
  // Four names in a row are cut off on a phone.
  const narrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const kinds = Object.entries(words.ranges).map(([value, label]) => ({ value, label }));
  const units = (Object.keys(words.units) as RangeUnit[]).map((unit) => ({ value: unit, label: words.units[unit] }));
  const { kind } = form.values.dateRange;
  const zone = texts.jobs.inZone(form.values.timeZone);
  return (
    <Stack>
      <div>
        <Text size="sm" fw={500} mb={4} id="date-range-kind">
          {words.dateRange}
        </Text>
        <SegmentedControl
          fullWidth
          orientation={narrow ? 'vertical' : 'horizontal'}
          styles={{ label: { paddingInline: 4 } }}
          aria-labelledby="date-range-kind"
          data={kinds}
          {...form.getInputProps('dateRange.kind')}
        />
      </div>
      {kind === 'FIXED' && (
        <Group grow align="start">
          <DateTimePicker label={words.from} description={zone} inputWrapperOrder={['label', 'input', 'description', 'error']} required clearable {...form.getInputProps('dateRange.from')} />
          <DateTimePicker label={words.to} description={`${words.toHint}. ${zone}`} inputWrapperOrder={['label', 'input', 'description', 'error']} required clearable {...form.getInputProps('dateRange.to')} />
        </Group>
      )}
      {kind === 'LAST' && (
        <Group grow align="start">
          <NumberInput label={words.amount} required allowDecimal={false} {...form.getInputProps('dateRange.amount')} />
          <Select label={words.unit} required allowDeselect={false} data={units} {...form.getInputProps('dateRange.unit')} />
        </Group>
      )}
      {kind === 'SINCE_LAST' && (
        <DateTimePicker label={words.since} description={`${words.sinceHint}. ${zone}`} clearable {...form.getInputProps('dateRange.from')} />
      )}
      {kind !== 'ALL' && dateColumns.length > 1 && (
        <Select
          label={words.dateColumn}
          description={words.dateColumnHint}
          allowDeselect={false}
          data={dateColumns}
          {...form.getInputProps('dateColumn')}
        />
      )}
    </Stack>
  );
}
