import { Group, Paper, Stack, Text } from '@mantine/core';
import type { Artifact } from '../../api/types';
import { displayZone } from '../../preferences';
import { texts } from '../../texts';
import { instantIn } from '../../time';
import { count, size } from '../runs/amounts';
import { ArtifactName, DownloadIcon, Remaining, SelectBox, type Selecting } from './parts';

/** The artifacts on a narrow screen. */
export function ArtifactCards({ artifacts, ...selecting }: Selecting & { artifacts: readonly Artifact[] }) {
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-label={texts.artifacts.title}>
      {artifacts.map((artifact) => (
        <Paper component="li" key={artifact.id} withBorder p="sm">
          <Group wrap="nowrap" align="start" gap="sm">
            <SelectBox artifact={artifact} {...selecting} />
            <Stack gap={4} style={{ flex: 1, minWidth: 0 }}>
              <ArtifactName artifact={artifact} />
              <Text size="xs" c="dimmed">
                {[
                  ...(artifact.rows === null ? [] : [texts.eta.rows(count(artifact.rows))]),
                  size(artifact.bytes),
                  instantIn(artifact.createdAt, displayZone()),
                ].join(' · ')}
              </Text>
              <Text size="xs" component="div">
                <Remaining artifact={artifact} />
              </Text>
            </Stack>
            <DownloadIcon artifact={artifact} />
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
