import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { http, ProblemError } from '../../../api/http';
import type { Preview } from '../../../api/types';
import { texts } from '../../../texts';
import { instantIn } from '../../../time';
import { windowInWords } from '../dialogs/missed';
import { jobInWords } from '../job-in-words';
import { errorsByField } from './field-errors';
import { asSettings, isComplete, type JobRequest, originOf } from './form';

const SHOWN = 10;
const TYPING_PAUSE_MS = 400;
/** The preview does not depend on the title, and a job without one has a preview too. */
const ANY_TITLE = 'preview';

interface Props {
  request: JobRequest;
  timeZone: string;
  /** told what the service finds wrong with fields, by their names */
  onProblems: (problems: Record<string, string>) => void;
}

/** The next fire times and their windows, as the server will compute them, while one types. */
export function PreviewPanel({ request, timeZone, onProblems }: Props) {
  const words = texts.editor.preview;
  const body = JSON.stringify({ ...request, title: ANY_TITLE, description: null });
  const [asked] = useDebouncedValue(body, TYPING_PAUSE_MS);
  const preview = useQuery({
    queryKey: ['preview', asked],
    queryFn: async ({ signal }) =>
      (await http.post<Preview>(`/api/v1/jobs/preview?count=${SHOWN}`, JSON.parse(asked), { signal })).body,
    enabled: isComplete(request),
    retry: false,
    placeholderData: keepPreviousData,
  });
  const { error } = preview;
  useEffect(() => {
    if (error instanceof ProblemError) {
      onProblems(errorsByField(error.fields).atFields);
    }
  }, [error, onProblems]);
  return (
    <Paper withBorder p="md" bg="var(--quiet-background)" component="section" aria-label={words.title}>
      <Stack gap="xs" aria-live="polite">
        <Title order={3} size="h5">
          {words.title}
        </Title>
        {(!isComplete(request) || error !== null) && <Text size="sm">{isRefused(error) || error === null ? words.waiting : error.message}</Text>}
        {preview.isLoading && <Text size="sm">{texts.loading}</Text>}
        {isComplete(request) && preview.isSuccess && (
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

/** What is wrong is then shown at the fields. */
function isRefused(failure: Error | null): boolean {
  return failure instanceof ProblemError && failure.status === 400;
}
