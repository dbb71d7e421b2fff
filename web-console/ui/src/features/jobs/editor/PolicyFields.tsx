import { NumberInput, Select, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { texts } from '../../../texts';
import type { JobForm } from './form';

/** What a recurring job does when things do not go as planned. */
export function PolicyFields({ form }: { form: UseFormReturnType<JobForm> }) {
  const words = texts.editor;
  const { choices, meanings } = texts.jobs.resume;
  const { missedRuns, overlap } = form.values;
  const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <Stack>
      <Select
        label={words.missedRuns}
        description={meanings[missedRuns]}
        allowDeselect={false}
        data={options(choices)}
        {...form.getInputProps('missedRuns')}
      />
      <Select
        label={words.overlap}
        description={words.overlapHints[overlap]}
        allowDeselect={false}
        data={options(words.overlaps)}
        {...form.getInputProps('overlap')}
      />
      <NumberInput
        label={words.suspendAfterFailures}
        description={words.suspendAfterFailuresHint}
        allowDecimal={false}
        {...form.getInputProps('suspendAfterFailures')}
      />
    </Stack>
  );
}
