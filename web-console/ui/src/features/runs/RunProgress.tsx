import { Progress, Stack, Text, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Run } from '../../api/types';
import { texts } from '../../texts';
import { displayZone } from '../../preferences';
import { count } from './amounts';
import { etaInFull, timeLeft } from './eta';
import { percentOf, titleOf } from './progress';

/** The bar of a run that goes on: hovering or focusing it tells the time left, which stands below it as well. */
export function RunProgress({ run }: { run: Run }) {
  const now = useNow();
  const percent = percentOf(run);
  const left = timeLeft(run, now);
  const share = percent === null ? texts.status[run.status] : `${percent} %`;
  return (
    <Tooltip label={etaInFull(run, now, displayZone())} events={{ hover: true, focus: true, touch: true }} withArrow multiline maw={320}>
      <Stack gap={4} miw={130} tabIndex={0} role="group" aria-label={texts.jobs.progressOf(titleOf(run))}>
        <Progress.Root size="lg" radius="xl">
          <Progress.Section
            value={percent ?? 100}
            striped
            animated
            color={percent === null ? 'gray.5' : 'harbour'}
            withAria={false}
            role="progressbar"
            aria-label={texts.jobs.progressOf(titleOf(run))}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={percent ?? undefined}
            aria-valuetext={`${share}, ${left}`}
          />
        </Progress.Root>
        <Text size="xs" className="eta">
          {share} · {left}
          {run.progress !== null && run.progress.rows > 0 ? ` · ${texts.eta.rows(count(run.progress.rows))}` : ''}
        </Text>
      </Stack>
    </Tooltip>
  );
}

/** The time, told anew each second so that the time left goes on counting between two reports. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
