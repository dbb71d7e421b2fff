import { Badge, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Artifact } from '../../api/types';
import { ICON_ACTION } from '../../layout/IconAction';
import { Tick } from '../../layout/Tick';
import { useHint } from '../../layout/use-hint';
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
  const box = (
    <Tick aria-label={words.select(artifact.name)} checked={selected} disabled={full} onChange={() => onSelect(toggled(selection, artifact))} />
  );
  return full ? <Tooltip label={words.mostReached(MOST_SELECTED)}>{box}</Tooltip> : box;
}

/** The name, and the run that made the file. */
export function ArtifactName({ artifact }: { artifact: Artifact }) {
  return (
    <>
      <p className="text wrap">{artifact.name}</p>
      <Link to={`/history/${encodeURIComponent(artifact.runId)}`} className="link text tiny wrap mantine-focus-auto">
        {artifact.jobTitle ?? texts.history.untitled}
      </Link>
    </>
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
  const { hint, ...listening } = useHint(label);
  return (
    <>
      <a {...listening} {...contentOf(artifact)} className={ICON_ACTION} aria-label={label}>
        <IconDownload size={18} aria-hidden />
      </a>
      {hint}
    </>
  );
}
