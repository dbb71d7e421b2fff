import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { http, ProblemError } from '../../../api/http';
import { keys } from '../../../api/queries';
import type { Job } from '../../../api/types';
import { Dialog } from '../../../layout/Dialog';
import { report } from '../../../layout/reports';
import { texts } from '../../../texts';
import { hasEnded } from '../../runs/progress';
import { useCancelRun } from '../job-actions';
import { jobPath } from '../job-queries';
import { useLatest } from '../list/cells';

/** Asks before a job is deleted. A run in progress is in the way: then it offers to cancel that. */
export function DeleteDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const words = texts.jobs;
  const queries = useQueryClient();
  const latest = useLatest(job);
  const cancel = useCancelRun();
  const remove = useMutation({
    mutationFn: () => http.delete(jobPath(job.id)),
    onSuccess: () => {
      report.done(words.done.removed(job.title));
      onClose();
      void queries.invalidateQueries({ queryKey: keys.jobs });
    },
  });
  const refused = remove.error instanceof ProblemError && remove.error.type.endsWith('run-in-progress');
  const going = latest !== null && !hasEnded(latest.status);
  return (
    <Dialog onClose={onClose} title={words.removeTitle}>
      <Stack>
        <Text size="sm">{words.removeText(job.title)}</Text>
        {remove.error !== null && (
          <Alert role="alert" color="red" variant="outline" title={words.notRemoved}>
            <Stack gap="xs" align="start">
              <Text size="sm">{remove.error.message.replace(job.id, `“${job.title}”`)}</Text>
              {refused && latest !== null && (
                <>
                  <Anchor component={Link} size="sm" underline="always" to={`/history/${encodeURIComponent(latest.runId)}`}>
                    {words.showRun}
                  </Anchor>
                  {going ? (
                    <Button
                      size="compact-sm"
                      variant="outline"
                      color="red"
                      loading={cancel.isPending}
                      disabled={cancel.isSuccess}
                      onClick={() => cancel.mutate(latest.runId)}
                    >
                      {cancel.isSuccess ? words.runIsStopping : words.cancelRunConfirm}
                    </Button>
                  ) : (
                    <Text size="sm" role="status">
                      {words.runHasEnded}
                    </Text>
                  )}
                </>
              )}
            </Stack>
          </Alert>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {texts.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {words.removeConfirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
