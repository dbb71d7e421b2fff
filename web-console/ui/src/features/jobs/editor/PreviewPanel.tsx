import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http, ProblemError } from '../../../api/http';
import type { Preview } from '../../../api/types';
import { texts } from '../../../texts';
import { instantIn } from '../../../time';
import { windowInWords } from '../dialogs/missed';
import { jobInWords } from '../job-in-words';
import { asSettings, type JobRequest, originOf } from './form';

const SHOWN = 10;
const TYPING_PAUSE_MS = 400;
/** The preview does not depend on the title, and a job without one has a preview too. */
const ANY_TITLE = 'preview';

/** The next fire times and their windows, as the server will compute them, while one types. */
export function PreviewPanel({ request, timeZone }: { request: JobRequest; timeZone: string }) {
  const words = texts.editor.preview;
  const body = JSON.stringify({ ...request, title: ANY_TITLE, description: null });
  const [asked] = useDebouncedValue(body, TYPING_PAUSE_MS);
  const preview = useQuery({
    queryKey: ['preview', asked],
    queryFn: async ({ signal }) =>
      (await http.post<Preview>(`/api/v1/jobs/preview?count=${SHOWN}`, JSON.parse(asked), { signal })).body,
    retry: false,
    placeholderData: keepPreviousData,
  });
  return (
    <Paper withBorder p="md" bg="var(--quiet-background)" component="section" aria-label={words.title}>
      <Stack gap="xs" aria-live="polite">
        <Title order={3} size="h5">
          {words.title}
        </Title>
        {preview.isError && <Problems failure={preview.error} />}
        {preview.isPending && <Text size="sm">{texts.loading}</Text>}
        {preview.isSuccess && (
          <>
            {!preview.isPlaceholderData && (
              <Text size="sm" fw={500}>
                {jobInWords(originOf(asSettings(JSON.parse(asked) as JobRequest)))}
              </Text>
            )}
            <FireTimes preview={preview.data} timeZone={timeZone} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

function FireTimes({ preview, timeZone }: { preview: Preview; timeZone: string }) {
  const words = texts.editor.preview;
  return (
    <>
      {preview.fireTimes.length === 0 && <Text size="sm">{words.noRuns}</Text>}
      <List size="sm" spacing={4}>
        {preview.fireTimes.map(({ at, window }) => (
          <List.Item key={at}>
            <strong>{instantIn(at, timeZone)}</strong>{' '}
            – {words.exports(windowInWords(window, timeZone))}
          </List.Item>
        ))}
      </List>
      {preview.notes.map((note) => (
        <Text size="sm" key={note}>
          {note}
        </Text>
      ))}
    </>
  );
}

/** What is still missing or wrong, as the service says it; it is shown at the fields when the job is saved. */
function Problems({ failure }: { failure: Error }) {
  const words = texts.editor.preview;
  const fields = failure instanceof ProblemError ? failure.fields : [];
  return (
    <>
      <Text size="sm">{fields.length > 0 ? words.waiting : failure.message}</Text>
      {fields.map(({ field, message }) => (
        <Text size="sm" c="dimmed" key={field}>
          {field} {message}
        </Text>
      ))}
    </>
  );
}
