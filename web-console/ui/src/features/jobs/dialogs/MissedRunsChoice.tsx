import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MissedRuns } from '../../../api/types';
import { texts } from '../../../texts';

/** Stands for each job's own policy. */
const OWN = 'OWN';

interface Props<V extends MissedRuns | null> {
  value: V;
  onChange: (value: V) => void;
  /** whether each job's own policy (null) may be chosen */
  own?: boolean;
  /** what each choice would come to, if that is known */
  consequences?: Record<MissedRuns, ReactNode>;
}

/** What becomes of the runs that were missed. */
export function MissedRunsChoice<V extends MissedRuns | null>({ value, onChange, own = false, consequences }: Props<V>) {
  const words = texts.jobs.resume;
  const choices = Object.entries(words.choices) as [MissedRuns, string][];
  return (
    <Radio.Group label={words.question} value={value ?? OWN} onChange={(choice) => onChange((choice === OWN ? null : choice) as V)}>
      <Stack gap="sm" mt="xs">
        {own && <Radio value={OWN} label={words.own} />}
        {choices.map(([choice, label]) => (
          <Radio key={choice} value={choice} label={label} description={consequences?.[choice] ?? words.meanings[choice]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
