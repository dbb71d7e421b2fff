import { Text } from '@mantine/core';
import type { Run } from '../../api/types';
import { texts } from '../../texts';
import { Facts } from './Facts';
import { useEtaQuality } from './queries';

/** How good the estimates for this job's runs have been, so that a reader knows what the next one is worth. */
export function EstimatesPanel({ run }: { run: Run }) {
  const words = texts.run;
  const quality = useEtaQuality(run.jobId).data;
  return (
    <Facts title={words.quality} facts={[]}>
      <Text size="sm">{quality === undefined || quality.runs === 0 ? words.noQuality : quality.inWords}</Text>
    </Facts>
  );
}
