import { Code, Group, Modal, Stack, Tabs, Text } from '@mantine/core';
import type { Artifact } from '../../api/types';
import { texts } from '../../texts';
import { CopyButton } from '../lists/CopyButton';
import { snippetFor, type Tool } from './snippets';

const TOOLS: readonly Tool[] = ['duckdb', 'postgresql', 'python'];

interface Props {
  opened: boolean;
  artifacts: readonly Artifact[];
  onClose: () => void;
}

/** Lines that load exactly these files, to be copied. */
export function LoadDialog({ opened, artifacts, onClose }: Props) {
  const words = texts.artifacts;
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={words.loadTitle}>
      <Stack gap="sm">
        <Text size="sm">{words.loadHint}</Text>
        <Tabs defaultValue={TOOLS[0] ?? null} keepMounted={false}>
          <Tabs.List>
            {TOOLS.map((tool) => (
              <Tabs.Tab key={tool} value={tool}>
                {words.tools[tool]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {TOOLS.map((tool) => (
            <Tabs.Panel key={tool} value={tool} pt="sm">
              <Lines tool={tool} artifacts={artifacts} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </Stack>
    </Modal>
  );
}

function Lines({ tool, artifacts }: { tool: Tool; artifacts: readonly Artifact[] }) {
  const words = texts.artifacts;
  const snippet = snippetFor(tool, artifacts);
  if (snippet === null) {
    return <Text size="sm">{words.loadNone}</Text>;
  }
  return (
    <Stack gap="xs">
      {snippet.needsDecryption && <Text size="sm">{words.decryptFirst}</Text>}
      {snippet.needsUnpacking && <Text size="sm">{words.unzipFirst}</Text>}
      <Code block tabIndex={0} aria-label={words.code(words.tools[tool])} role="region" className="snippet">
        {snippet.code}
      </Code>
      <Group>
        <CopyButton value={snippet.code} />
      </Group>
    </Stack>
  );
}
