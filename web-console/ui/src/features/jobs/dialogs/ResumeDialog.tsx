import { Alert, Button, Group, List, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Job, MissedFireTimes, MissedRuns } from '../../../api/types';
import { Dialog } from '../../../layout/Dialog';
import { FailureNote } from '../../../layout/FailureNote';
import { texts } from '../../../texts';
import { instantIn } from '../../../time';
import { useJobActions } from '../job-actions';
import { useMissed, usePastRuns } from '../job-queries';
import { consequencesOf, windowInWords } from './missed';
import { MissedRunsChoice } from './MissedRunsChoice';

/** Says what was missed while the job was suspended, and asks what shall become of it. */
export function ResumeDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const words = texts.jobs.resume;
  const missed = useMissed(job.id);
  const past = usePastRuns(job.id);
  const { resume } = useJobActions(job);
  const [policy, setPolicy] = useState<MissedRuns>(job.missedRuns);
  const anyMissed = missed.data !== undefined && missed.data.count > 0;
  return (
    <Dialog onClose={onClose} size="lg" title={words.title(job.title)}>
      <Stack>
        {job.suspendedReason !== null && <Text size="sm">{words.because(job.suspendedReason)}</Text>}
        {missed.isPending && <Skeleton height={120} role="status" aria-label={texts.loading} />}
        {missed.isError && <FailureNote title={words.unknown} failure={missed.error} onRetry={() => void missed.refetch()} />}
        {missed.data?.count === 0 && <Text size="sm">{words.nothing}</Text>}
        {missed.data !== undefined && anyMissed && (
          <>
            <WhatWasMissed missed={missed.data} zone={job.timeZone} />
            <MissedRunsChoice value={policy} onChange={setPolicy} consequences={consequencesOf(missed.data, job, past.data ?? [])} />
          </>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button loading={resume.isPending} disabled={missed.isPending} onClick={() => resume.mutate(policy, { onSuccess: onClose })}>
            {words.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function WhatWasMissed({ missed, zone }: { missed: MissedFireTimes; zone: string }) {
  const words = texts.jobs.resume;
  return (
    <Alert color="orange" variant="outline" title={words.missed(missed.count, missed.more)}>
      <Text size="xs" c="dimmed">
        {texts.jobs.inZone(zone)}
      </Text>
      <List size="sm" mah={160} style={{ overflow: 'auto' }} tabIndex={0} aria-label={words.windows}>
        {missed.fireTimes.map(({ at, window }) => (
          <List.Item key={at}>
            {instantIn(at, zone)}: {windowInWords(window, zone)}
          </List.Item>
        ))}
      </List>
      {missed.count > missed.fireTimes.length && <Text size="sm">{words.andMore(missed.count - missed.fireTimes.length)}</Text>}
    </Alert>
  );
}
