import type { Artifact } from '../../api/types';

/** Attributes of a link that downloads an artifact. */
export function contentOf(artifact: Pick<Artifact, 'id' | 'name'>): { href: string; download: string } {
  return { href: `/api/v1/artifacts/${encodeURIComponent(artifact.id)}/content`, download: artifact.name };
}

/** Where artifacts come as one zip, which the browser saves piece by piece. */
export function archiveOf(ids: readonly string[]): string {
  return `/api/v1/artifacts/archive?ids=${ids.map(encodeURIComponent).join(',')}`;
}
