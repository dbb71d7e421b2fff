import { ActionIcon, Anchor, Badge, Checkbox, Stack, Text, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Artifact } from '../../api/types';
import { texts } from '../../texts';
import { contentOf } from './content';
import { MOST_SELECTED, type Selection, toggled } from './selection';

export interface Selecting {
  selection: Selection;
  onSelect: (selection: Selection) => void;
}

/** Selects an artifact; says why it cannot when there is no room. */
export function SelectBox({ artifact, selection, onSelect }: Selecting & { artifact: Artifact }) {
  const words = texts.artifacts;
  const selected = selection.has(artifact.id);
  const full = !selected && selection.size >= MOST_SELECTED;
  return (
    <Tooltip label={words.mostReached(MOST_SELECTED)} disabled={!full}>
      <Checkbox
        aria-label={words.select(artifact.name)}
        checked={selected}
        disabled={full}
        onChange={() => onSelect(toggled(selection, artifact))}
      />
    </Tooltip>
  );
}

/** The name, and the run that made the file. */
export function ArtifactName({ artifact }: { artifact: Artifact }) {
  return (
    <Stack gap={0}>
      <Text size="sm" className="wrap">
        {artifact.name}
      </Text>
      <Anchor component={Link} to={`/history/${encodeURIComponent(artifact.runId)}`} size="xs" underline="always" className="wrap">
        {artifact.jobTitle ?? texts.history.untitled}
      </Anchor>
    </Stack>
  );
}

/** Days until the file is removed; the last three stand out. */
export function Remaining({ artifact }: { artifact: Artifact }) {
  const words = texts.artifacts;
  const days = artifact.remainingDays;
  if (days === null) {
    return <>{words.forGood}</>;
  }
  const text = days === 0 ? words.lastDay : words.days(days);
  return days <= 3 ? (
    <Badge variant="light" color="orange" tt="none">
      {text}
    </Badge>
  ) : (
    <>{text}</>
  );
}

/** Downloads one artifact (P75), straight from the server and resumable. */
export function DownloadIcon({ artifact }: { artifact: Artifact }) {
  const label = texts.artifacts.download(artifact.name);
  return (
    <Tooltip label={label} multiline maw={320}>
      <ActionIcon component="a" {...contentOf(artifact)} variant="subtle" color="gray" aria-label={label}>
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
