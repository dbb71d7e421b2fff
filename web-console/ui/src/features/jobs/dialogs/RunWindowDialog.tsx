import { Alert, Button, Group, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { ProblemError } from '../../../api/http';
import type { Job } from '../../../api/types';
import { Dialog } from '../../../layout/Dialog';
import { texts } from '../../../texts';
import { useJobActions } from '../job-actions';
import { instantsOf, type Range, RangeFields } from './RangeFields';

type Choice = 'due' | 'window';

/** Runs a job now, for the window that it would have now or for one that is chosen. */
export function RunWindowDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const words = texts.jobs.runWindow;
  const [choice, setChoice] = useState<Choice>('window');
  const [range, setRange] = useState<Range>({ from: null, to: null });
  const { runNow } = useJobActions(job);
  const window = choice === 'due' ? null : instantsOf(range, job.timeZone);
  return (
    <Dialog onClose={onClose} size="lg" title={words.title(job.title)}>
      <Stack>
        <Radio.Group label={words.question} value={choice} onChange={setChoice}>
          <Stack gap="xs" mt="xs">
            <Radio value="window" label={words.chosen} />
            <Radio value="due" label={words.due} />
          </Stack>
        </Radio.Group>
        {choice === 'window' && <RangeFields range={range} zone={job.timeZone} onChange={setRange} />}
        {runNow.error !== null && (
          <Alert role="alert" color="red" variant="outline" title={texts.didNotWork}>
            {messageOf(runNow.error)}
          </Alert>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button loading={runNow.isPending} disabled={choice === 'window' && window === null} onClick={() => runNow.mutate(window, { onSuccess: onClose })}>
            {words.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

export function messageOf(failure: Error): string {
  return failure instanceof ProblemError && failure.fields.length > 0
    ? failure.fields.map(({ field, message }) => `${field} ${message}`).join('; ')
    : failure.message;
}
