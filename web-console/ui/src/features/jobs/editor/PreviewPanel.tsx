import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http, ProblemError } from '../../../api/http';
import type { Preview, Window } from '../../../api/types';
import { texts } from '../../../texts';
import { instantIn } from '../../../time';
import type { JobRequest } from './form';

const SHOWN = 5;
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
        {preview.isError && <Text size="sm">{isIncomplete(preview.error) ? words.waiting : preview.error.message}</Text>}
        {preview.isPending && <Text size="sm">{texts.loading}</Text>}
        {preview.isSuccess && <FireTimes preview={preview.data} timeZone={timeZone} />}
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
            <strong>{instantIn(at, timeZone)}</strong> – {words.exports(windowInWords(window, timeZone))}
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

function windowInWords({ from, to }: Window, zone: string): string {
  const words = texts.editor.preview;
  const parts = [
    ...(from === null ? [] : [words.from(instantIn(from, zone))]),
    ...(to === null ? [] : [words.until(instantIn(to, zone))]),
  ];
  return parts.length === 0 ? words.everything : parts.join(' ');
}

function isIncomplete(failure: Error): boolean {
  return failure instanceof ProblemError && failure.status === 400;
}
