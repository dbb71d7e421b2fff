import type { Artifact } from '../../api/types';

/** As many as the API takes at once. */
export const MOST_SELECTED = 100;

/** Selected artifacts by id, in the order of their selection; they stay selected when the list is filtered anew. */
export type Selection = ReadonlyMap<string, Artifact>;

export const NOTHING: Selection = new Map();

/** Selects an artifact, if there is room, or takes it out. */
export function toggled(selection: Selection, artifact: Artifact): Selection {
  const next = new Map(selection);
  if (next.delete(artifact.id)) {
    return next;
  }
  return next.size < MOST_SELECTED ? next.set(artifact.id, artifact) : selection;
}

/** Selects all of these, as far as there is room; takes them all out when all of them are selected. */
export function toggledAll(selection: Selection, artifacts: readonly Artifact[]): Selection {
  const next = new Map(selection);
  if (artifacts.every((artifact) => next.has(artifact.id))) {
    artifacts.forEach((artifact) => next.delete(artifact.id));
    return next;
  }
  for (const artifact of artifacts) {
    if (next.size < MOST_SELECTED) {
      next.set(artifact.id, artifact);
    }
  }
  return next;
}

export function bytesOf(selection: Selection): number {
  return [...selection.values()].reduce((sum, artifact) => sum + artifact.bytes, 0);
}
