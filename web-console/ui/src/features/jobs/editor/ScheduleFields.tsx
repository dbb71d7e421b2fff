import { Group, NumberInput, Radio, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { DateTimePicker, TimeInput } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { texts } from '../../../texts';
import { timeZones } from '../../../time';
import { type JobForm, LAST_DAY } from './form';

const ZONES = timeZones();
const DAYS_OF_MONTH = Array.from({ length: 31 }, (_, index) => ({ value: `${index + 1}`, label: `${index + 1}` }));

type Form = UseFormReturnType<JobForm>;

function options<K extends string>(labels: Record<K, string>) {
  return (Object.entries(labels) as [K, string][]).map(([value, label]) => ({ value, label }));
}

/** The kind of schedule and the fields that depend on it. */
export function ScheduleFields({ form }: { form: Form }) {
  const words = texts.editor;
  return (
    <Stack>
      <div>
        <Text size="sm" fw={500} mb={4} id="schedule-kind">
          {words.run}
        </Text>
        <SegmentedControl fullWidth styles={{ label: { paddingInline: 4 } }} aria-labelledby="schedule-kind" data={options(words.kinds)} {...form.getInputProps('schedule.kind')} />
      </div>
      <FieldsOfKind form={form} />
      <Select
        label={words.timeZone}
        required
        searchable
        allowDeselect={false}
        data={ZONES}
        limit={100}
        {...form.getInputProps('timeZone')}
      />
    </Stack>
  );
}

function FieldsOfKind({ form }: { form: Form }): ReactNode {
  const words = texts.editor;
  switch (form.values.schedule.kind) {
    case 'ONCE':
      return <OnceFields form={form} />;
    case 'HOURLY':
      return (
        <Group grow align="start">
          <NumberInput
            label={words.everyHours}
            description={words.everyHoursHint}
            required
            allowDecimal={false}
            {...form.getInputProps('schedule.everyHours')}
          />
          <NumberInput
            label={words.minute}
            description={words.minuteHint}
            required
            allowDecimal={false}
            {...form.getInputProps('schedule.minute')}
          />
        </Group>
      );
    case 'DAILY':
      return <At form={form} />;
    case 'WEEKLY':
      return (
        <Group grow align="start">
          <Select
            label={words.dayOfWeek}
            required
            allowDeselect={false}
            data={options(texts.schedule.days)}
            {...form.getInputProps('schedule.dayOfWeek')}
          />
          <At form={form} />
        </Group>
      );
    case 'MONTHLY':
      return <MonthlyFields form={form} />;
  }
}

function OnceFields({ form }: { form: Form }) {
  const words = texts.editor;
  return (
    <>
      <Radio.Group
        label={words.start}
        value={form.values.schedule.immediately ? 'immediately' : 'configured'}
        onChange={(choice) => form.setFieldValue('schedule.immediately', choice === 'immediately')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="immediately" label={words.startImmediately} />
          <Radio value="configured" label={words.startConfigured} />
        </Stack>
      </Radio.Group>
      {!form.values.schedule.immediately && (
        <DateTimePicker label={words.startAt} description={texts.jobs.inZone(form.values.timeZone)} required clearable {...form.getInputProps('schedule.startAt')} />
      )}
    </>
  );
}

function MonthlyFields({ form }: { form: Form }) {
  const words = texts.editor;
  const day = form.values.schedule.dayOfMonth;
  return (
    <>
      <Group grow align="start">
        <Select
          label={words.dayOfMonth}
          required
          searchable
          allowDeselect={false}
          data={[...DAYS_OF_MONTH, { value: LAST_DAY, label: words.lastDay }]}
          {...form.getInputProps('schedule.dayOfMonth')}
        />
        <At form={form} />
      </Group>
      {day !== LAST_DAY && Number(day) > 28 && (
        <Select
          label={words.shortMonths}
          allowDeselect={false}
          data={options(words.shortMonthsOptions)}
          {...form.getInputProps('schedule.shortMonths')}
        />
      )}
    </>
  );
}

function At({ form }: { form: Form }) {
  // The zone stands below: so the field is level with the one beside it.
  return (
    <TimeInput
      label={texts.editor.at}
      description={texts.jobs.inZone(form.values.timeZone)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      required
      {...form.getInputProps('schedule.at')}
    />
  );
}
