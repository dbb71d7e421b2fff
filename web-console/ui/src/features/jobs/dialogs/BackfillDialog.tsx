import { Alert, Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Backfill, Job } from '../../../api/types';
import { Dialog } from '../../../layout/Dialog';
import { texts } from '../../../texts';
import { useJobActions } from '../job-actions';
import { useBackfillPlan } from '../job-queries';
import { windowInWords } from './missed';
import { instantsOf, RangeFields, rangeOf } from './RangeFields';
import { messageOf } from './RunWindowDialog';

const TYPING_PAUSE_MS = 300;

interface Props {
  job: Job;
  /** instants; what to fill, if that is known */
  from?: string | undefined;
  to?: string | undefined;
  onClose: () => void;
}

/** Exports a range of the past; shows the windows that it would be split into before anything is ordered. */
export function BackfillDialog({ job, from, to, onClose }: Props) {
  const words = texts.jobs.backfill;
  const [range, setRange] = useState(() => rangeOf(from, to, job.timeZone));
  const [settled] = useDebouncedValue(range, TYPING_PAUSE_MS);
  const plan = useBackfillPlan(job.id, instantsOf(settled, job.timeZone));
  const { backfill } = useJobActions(job);
  const wanted = instantsOf(range, job.timeZone);
  const isPlanned = plan.data !== undefined && settled === range;
  return (
    <Dialog onClose={onClose} size="lg" title={words.title(job.title)}>
      <Stack>
        <Text size="sm">{words.text}</Text>
        <RangeFields range={range} zone={job.timeZone} onChange={setRange} />
        {plan.isFetching && <Loader size="sm" aria-label={texts.loading} />}
        {plan.error !== null && (
          <Alert role="alert" color="red" variant="outline" title={words.refused}>
            {messageOf(plan.error)}
          </Alert>
        )}
        {plan.data !== undefined && <Plan plan={plan.data} zone={job.timeZone} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            loading={backfill.isPending}
            disabled={!isPlanned || wanted === null}
            onClick={() => wanted !== null && backfill.mutate(wanted, { onSuccess: onClose })}
          >
            {isPlanned ? words.confirm(plan.data.windowCount) : words.confirmNothing}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Plan({ plan, zone }: { plan: Backfill; zone: string }) {
  const words = texts.jobs.backfill;
  return (
    <Alert color="harbour" variant="outline" title={words.windows(plan.windowCount)} role="status">
      <List size="sm" mah={160} style={{ overflow: 'auto' }} tabIndex={0} aria-label={words.windows(plan.windowCount)}>
        {plan.windows.map(({ number, ...window }) => (
          <List.Item key={number}>{windowInWords(window, zone)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
