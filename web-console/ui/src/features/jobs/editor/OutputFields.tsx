import { Group, NumberInput, Select, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Catalog } from '../../../api/types';
import { texts } from '../../../texts';
import type { JobForm } from './form';

/** How files are written: what the catalog offers a choice of, and their size. */
export function OutputFields({ form, catalog }: { form: UseFormReturnType<JobForm>; catalog: Catalog }) {
  const words = texts.editor;
  const source = catalog.sources.find((each) => each.source === form.values.source);
  const formats = source?.formats ?? [];
  const compressions = source?.compressions ?? [];
  return (
    <Stack>
      {(formats.length > 1 || compressions.length > 1) && (
        <Group grow align="start">
          <Select label={words.format} allowDeselect={false} data={formats} {...form.getInputProps('output.format')} />
          <Select label={words.compression} allowDeselect={false} data={compressions} {...form.getInputProps('output.compression')} />
        </Group>
      )}
      <NumberInput
        label={words.splitSize}
        description={words.splitSizeHint}
        allowDecimal={false}
        thousandSeparator={words.thousands}
        decimalSeparator={words.decimals}
        {...form.getInputProps('output.splitSizeMb')}
      />
      <NumberInput label={words.retentionDays} description={words.retentionDaysHint} allowDecimal={false} {...form.getInputProps('retentionDays')} />
    </Stack>
  );
}
