import { Alert, Button, Fieldset, Group, Select, Stack, Switch, Textarea, TextInput, MultiSelect, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Catalog, Job } from '../../../api/types';
import { texts } from '../../../texts';
import { DateRangeFields } from './DateRangeFields';
import { exportTypeOf, type JobForm, requestOf } from './form';
import { PreviewPanel } from './PreviewPanel';
import { ScheduleFields } from './ScheduleFields';
import { useSaveJob } from './save-job';

export interface ExistingJob {
  job: Job;
  path: string;
  etag: string;
}

interface Props {
  catalog: Catalog;
  initial: JobForm;
  /** null for a new job */
  existing: ExistingJob | null;
  onClose: () => void;
}

export function JobFields({ catalog, initial, existing, onClose }: Props) {
  const words = texts.editor;
  const form = useForm<JobForm>({ initialValues: initial });
  const { save, problem, saving } = useSaveJob(form, catalog, existing, onClose);
  const { values } = form;
  const source = catalog.sources.find((each) => each.source === values.source);
  const type = exportTypeOf(catalog, values.source, values.type);
  const chooseType = (sourceName: string, typeName: string) =>
    form.setValues({
      source: sourceName,
      type: typeName,
      dateColumn: exportTypeOf(catalog, sourceName, typeName)?.defaultDateColumn ?? '',
      allEntityTypes: true,
      entityTypes: [],
    });

  return (
    <form onSubmit={form.onSubmit(() => save())} noValidate>
      <Stack>
        <TextInput label={words.title} required maxLength={200} data-autofocus {...form.getInputProps('title')} />
        <Textarea label={words.description} autosize minRows={2} maxLength={2000} {...form.getInputProps('description')} />
        <Fieldset legend={words.what}>
          <Stack>
            <Group grow align="start">
              <Select
                label={words.source}
                required
                allowDeselect={false}
                data={catalog.sources.map((each) => ({ value: each.source, label: each.label }))}
                {...form.getInputProps('source')}
                onChange={(name: string | null) => {
                  const first = catalog.sources.find((each) => each.source === name)?.types[0];
                  chooseType(name ?? '', first?.type ?? '');
                }}
              />
              <Select
                label={words.type}
                required
                allowDeselect={false}
                data={source?.types.map((each) => ({ value: each.type, label: each.label })) ?? []}
                {...form.getInputProps('type')}
                onChange={(name: string | null) => chooseType(values.source, name ?? '')}
              />
            </Group>
            {type?.entityTypes != null && (
              <>
                <Switch label={words.allEntityTypes} {...form.getInputProps('allEntityTypes', { type: 'checkbox' })} />
                {!values.allEntityTypes && (
                  <MultiSelect
                    label={words.entityTypes}
                    description={words.entityTypesHint}
                    required
                    searchable
                    data={type.entityTypes.map(({ name, label }) => ({ value: name, label }))}
                    {...form.getInputProps('entityTypes')}
                  />
                )}
              </>
            )}
            <DateRangeFields form={form} dateColumns={type?.dateColumns ?? []} />
          </Stack>
        </Fieldset>
        <Fieldset legend={words.when}>
          <ScheduleFields form={form} />
        </Fieldset>
        <Fieldset legend={words.how}>
          <NumberInput
            label={words.splitSize}
            description={words.splitSizeHint}
            allowDecimal={false}
            thousandSeparator=","
            {...form.getInputProps('output.splitSizeMb')}
          />
        </Fieldset>
        <PreviewPanel request={requestOf(values, catalog)} timeZone={values.timeZone} />
        {problem !== null && (
          <Alert role="alert" color="red" variant="outline" title={words.otherProblem}>
            {problem}
          </Alert>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={saving}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
