import { Alert, Button, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Catalog } from '../../../api/types';
import { texts } from '../../../texts';
import { ConflictDialog } from './ConflictDialog';
import { DateRangeFields } from './DateRangeFields';
import { asSettings, exportTypeOf, formOf, type JobForm, originOf, requestOf } from './form';
import { OutputFields } from './OutputFields';
import { PolicyFields } from './PolicyFields';
import { PreviewPanel } from './PreviewPanel';
import { ScheduleFields } from './ScheduleFields';
import { SourceFields } from './SourceFields';
import { type ExistingJob, useSaveJob } from './save-job';
import { type HasChanges, useUnsavedChanges } from './unsaved-changes';

interface Props {
  catalog: Catalog;
  initial: JobForm;
  /** null for a new job */
  existing: ExistingJob | null;
  /** filled here: whether anything was changed and not saved */
  hasChangesRef: HasChanges;
  onLeave: () => void;
  onSaved: () => void;
}

export function JobFields({ catalog, initial, existing, hasChangesRef, onLeave, onSaved }: Props) {
  const words = texts.editor;
  const form = useForm<JobForm>({ initialValues: initial });
  const { values } = form;
  const request = requestOf(values, catalog);
  const { save, saving, problem, conflict, settle, saveOver } = useSaveJob(form, catalog, existing, onSaved);
  useUnsavedChanges(form.isDirty(), form.isDirty, hasChangesRef);
  const type = exportTypeOf(catalog, values.source, values.type);
  const takeTheirs = () => {
    if (conflict !== null) {
      form.setInitialValues(formOf(conflict, catalog));
      form.setValues(formOf(conflict, catalog));
    }
    settle();
  };

  return (
    <form onSubmit={form.onSubmit(() => save())} noValidate>
      <Stack>
        <Text size="xs" c="dimmed">
          {words.mandatory}
        </Text>
        <TextInput label={words.title} required maxLength={200} data-autofocus {...form.getInputProps('title')} />
        <Textarea label={words.description} autosize minRows={2} maxLength={2000} {...form.getInputProps('description')} />
        <Fieldset legend={words.what}>
          <Stack>
            <SourceFields form={form} catalog={catalog} />
            <DateRangeFields form={form} dateColumns={type?.dateColumns ?? []} />
          </Stack>
        </Fieldset>
        <Fieldset legend={words.when}>
          <ScheduleFields form={form} />
        </Fieldset>
        <Fieldset legend={words.how}>
          <OutputFields form={form} catalog={catalog} />
        </Fieldset>
        {values.schedule.kind !== 'ONCE' && (
          <Fieldset legend={words.policies}>
            <PolicyFields form={form} />
          </Fieldset>
        )}
        <PreviewPanel request={request} timeZone={values.timeZone} onProblems={form.setErrors} />
        {problem !== null && (
          <Alert role="alert" color="red" variant="outline" title={words.otherProblem}>
            {problem}
          </Alert>
        )}
        <Group justify="end" className="editor-actions">
          <Button variant="default" onClick={onLeave}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={saving}>
            {words.save}
          </Button>
        </Group>
      </Stack>
      {conflict !== null && (
        <ConflictDialog
          mine={originOf(asSettings(request))}
          theirs={conflict}
          onTakeTheirs={takeTheirs}
          onSaveMine={() => saveOver(settle())}
          onClose={settle}
        />
      )}
    </form>
  );
}
