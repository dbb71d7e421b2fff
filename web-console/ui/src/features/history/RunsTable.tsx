import { ActionIcon, Button, Paper, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys } from '../../api/queries';
import type { Run } from '../../api/types';
import { DateAndTime } from '../../layout/DateAndTime';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { count, size } from '../runs/amounts';
import { span } from '../runs/eta';
import { hasEnded, titleOf } from '../runs/progress';
import { RunProgress } from '../runs/RunProgress';
import { StatusBadge } from '../runs/StatusBadge';

interface Props {
  runs: Run[];
  onFiles: (run: Run) => void;
}

export function RunsTable({ runs, onFiles }: Props) {
  const columns = texts.history.columns;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={980} scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': texts.history.title, role: 'region' } }}>
        <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover aria-label={texts.history.title}>
          <Table.Thead>
            <Table.Tr>
              {Object.entries(columns).map(([name, label]) => (
                <Table.Th key={name} scope="col" className={name === 'rows' || name === 'size' ? 'numeric' : ''}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <RunRow key={run.id} run={run} onFiles={() => onFiles(run)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function RunRow({ run, onFiles }: { run: Run; onFiles: () => void }) {
  const start = run.startedAt ?? run.requestedAt;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600} maw={260}>
        <Text size="sm" fw={600} lineClamp={2}>
          {titleOf(run)}
        </Text>
      </Table.Th>
      <Table.Td>{run.type === null ? texts.dash : run.type.charAt(0) + run.type.slice(1).toLowerCase()}</Table.Td>
      <Table.Td>
        <RunStatusCell run={run} />
      </Table.Td>
      <Table.Td>
        <DateAndTime instant={start} />
      </Table.Td>
      <Table.Td>{run.endedAt === null ? texts.dash : <DateAndTime instant={run.endedAt} />}</Table.Td>
      <Table.Td>{run.endedAt === null ? texts.dash : span(Date.parse(run.endedAt) - Date.parse(start))}</Table.Td>
      <Table.Td className="numeric">{run.progress === null ? texts.dash : count(run.progress.rows)}</Table.Td>
      <Table.Td className="numeric">{run.progress === null ? texts.dash : size(run.progress.bytes)}</Table.Td>
      <Table.Td>
        {run.files !== null && run.files > 0 && run.status === 'COMPLETED' ? (
          <Button size="compact-sm" variant="default" onClick={onFiles} aria-label={texts.history.showFiles(run.files, titleOf(run))}>
            {run.files}
          </Button>
        ) : (
          texts.dash
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function RunStatusCell({ run }: { run: Run }) {
  const cancel = useRunOrder(run, 'cancel', texts.history.cancelled);
  const retry = useRunOrder(run, 'retry', texts.history.retried);
  if (!hasEnded(run.status)) {
    return (
      <Stack gap={4} align="start">
        <RunProgress run={run} />
        <Tooltip label={texts.history.cancelRun(titleOf(run))}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={texts.history.cancelRun(titleOf(run))}
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            <IconPlayerStop size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Stack>
    );
  }
  return (
    <Stack gap={4} align="start">
      <StatusBadge status={run.status} />
      {run.failure !== null && (
        <Text size="xs" maw={320}>
          {texts.history.because(run.failure.message)}
        </Text>
      )}
      {run.status === 'FAILED' && (
        <Tooltip label={texts.history.retry(titleOf(run))}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={texts.history.retry(titleOf(run))}
            loading={retry.isPending}
            onClick={() => retry.mutate()}
          >
            <IconRefresh size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </Stack>
  );
}

function useRunOrder(run: Run, order: 'cancel' | 'retry', success: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.post(`/api/v1/runs/${encodeURIComponent(run.id)}/${order}`),
    onSuccess: () => {
      report.done(success);
    },
    onError: (failure) => {
      report.failure(failure);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.runs }),
  });
}
