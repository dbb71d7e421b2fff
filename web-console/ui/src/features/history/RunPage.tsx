import { Anchor, Button, Center, Grid, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCopyPlus, IconPlayerStop, IconPrinter, IconRefresh, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import { ProblemError } from '../../api/http';
import type { Run } from '../../api/types';
import { FailureNote } from '../../layout/FailureNote';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { hasEnded, titleOf } from '../runs/progress';
import { RunProgress } from '../runs/RunProgress';
import { StatusBadge } from '../runs/StatusBadge';
import { useMay } from '../sign-in/may';
import { EstimatesPanel } from './EstimatesPanel';
import { FailurePanel } from './FailurePanel';
import { useRunOrders } from './orders';
import { useRun } from './queries';
import { RunFacts } from './RunFacts';
import { RunFilesPanel } from './RunFilesPanel';
import { RunSettingsPanel } from './RunSettingsPanel';
import { TimelinePanel } from './TimelinePanel';

/** All that is known of one run (P70). */
export function RunPage() {
  const { runId = '' } = useParams();
  const run = useRun(runId);
  useTitle(run.data === undefined ? texts.history.title : texts.run.title(titleOf(run.data)));
  if (run.isPending) {
    return (
      <Center h={200}>
        <Loader aria-label={texts.loading} />
      </Center>
    );
  }
  if (run.data === undefined) {
    return isMissing(run.error) ? <Missing /> : <FailureNote title={texts.run.failed} failure={run.error} onRetry={() => void run.refetch()} />;
  }
  return <Details run={run.data} />;
}

function isMissing(failure: Error | null): boolean {
  return failure instanceof ProblemError && (failure.status === 404 || failure.status === 400);
}

function Missing() {
  return (
    <Stack align="center" mt="xl">
      <Title order={1} size="h2">
        {texts.run.missing}
      </Title>
      <Text>{texts.run.missingText}</Text>
      <BackLink />
    </Stack>
  );
}

function BackLink() {
  return (
    <Anchor component={Link} to="/history" underline="always" size="sm" className="no-print">
      {texts.run.back}
    </Anchor>
  );
}

function Details({ run }: { run: Run }) {
  return (
    <Stack>
      <BackLink />
      <Group justify="space-between" align="start">
        <Group gap="sm" style={{ minWidth: 0 }}>
          <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
            {texts.run.title(titleOf(run))}
          </Title>
          <StatusBadge status={run.status} />
        </Group>
        <Orders run={run} />
      </Group>
      {!hasEnded(run.status) && (
        <Paper withBorder p="md">
          <RunProgress run={run} />
        </Paper>
      )}
      <FailurePanel run={run} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <RunFacts run={run} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack>
            <RunSettingsPanel run={run} />
            <EstimatesPanel run={run} />
          </Stack>
        </Grid.Col>
      </Grid>
      <TimelinePanel run={run} />
      {run.status === 'COMPLETED' && <RunFilesPanel run={run} />}
    </Stack>
  );
}

function Orders({ run }: { run: Run }) {
  const words = texts.history;
  const may = useMay();
  const navigate = useNavigate();
  const orders = useRunOrders(run, () => void navigate('/history'));
  const ended = hasEnded(run.status);
  return (
    <Group gap="xs">
      {may.export && !ended && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          loading={orders.cancel.isPending}
          onClick={() => orders.cancel.mutate()}
        >
          {words.cancelShort}
        </Button>
      )}
      {may.export && ended && run.status !== 'SKIPPED' && (
        <Button
          size="sm"
          variant={run.status === 'FAILED' ? 'filled' : 'default'}
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={orders.retry.isPending}
          onClick={() => orders.retry.mutate()}
        >
          {words.retryShort}
        </Button>
      )}
      {may.export && (
        <Button
          component={Link}
          to={`/jobs?cloneRun=${encodeURIComponent(run.id)}`}
          variant="default"
          size="sm"
          leftSection={<IconCopyPlus size={16} aria-hidden />}
          className="no-print"
        >
          {words.clone}
        </Button>
      )}
      <Button variant="default" size="sm" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        {words.print}
      </Button>
      {may.export && ended && (
        <Button variant="default" size="sm" leftSection={<IconTrash size={16} aria-hidden />} onClick={orders.confirmRemoval}>
          {words.remove}
        </Button>
      )}
    </Group>
  );
}
