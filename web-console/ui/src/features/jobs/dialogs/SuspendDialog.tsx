import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Job } from '../../../api/types';
import { Dialog } from '../../../layout/Dialog';
import { texts } from '../../../texts';
import { useJobActions } from '../job-actions';

export function SuspendDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const words = texts.jobs.suspend;
  const [reason, setReason] = useState('');
  const { suspend } = useJobActions(job);
  return (
    <Dialog onClose={onClose} title={words.title(job.title)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          suspend.mutate(reason, { onSuccess: onClose });
        }}
      >
        <Stack>
          <Text size="sm">{job.schedule.kind === 'ONCE' ? words.onceText : words.text}</Text>
          <TextInput label={words.reason} description={words.reasonHint} maxLength={500} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={suspend.isPending}>
              {words.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
