import { Anchor, Group, Loader, Paper, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useArtifacts } from '../../api/queries';
import type { Artifact, Run } from '../../api/types';
import { FailureNote } from '../../layout/FailureNote';
import { texts } from '../../texts';
import { contentOf } from '../artifacts/content';
import { count, size } from '../runs/amounts';

/** The files of a run, each with its download; large ones come straight from the server, resumable. */
export function RunFilesPanel({ run }: { run: Run }) {
  const words = texts.run;
  const artifacts = useArtifacts(run.id);
  const files = { ...artifacts, data: artifacts.data?.toSorted(byNumber) ?? [] };
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {words.files}
        </Title>
        <Anchor component={Link} to={`/artifacts?runId=${encodeURIComponent(run.id)}`} size="sm" underline="always" className="no-print">
          {words.allFiles}
        </Anchor>
      </Group>
      {files.isPending && <Loader size="sm" aria-label={texts.loading} />}
      {files.isError && <FailureNote title={words.filesFailed} failure={files.error} onRetry={() => void files.refetch()} />}
      {files.isSuccess && files.data.length === 0 && <Text size="sm">{words.noFiles}</Text>}
      {files.isSuccess && files.data.length > 0 && (
        <Table.ScrollContainer minWidth={320}>
          <Table aria-label={words.files}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{texts.artifacts.columns.name}</Table.Th>
                <Table.Th scope="col" className="numeric">
                  {texts.artifacts.columns.rows}
                </Table.Th>
                <Table.Th scope="col" className="numeric">
                  {texts.artifacts.columns.size}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {files.data.map((file) => (
                <Table.Tr key={file.id}>
                  <Table.Td>
                    <Anchor {...contentOf(file)} size="sm" underline="always" aria-label={texts.artifacts.download(file.name)} className="wrap">
                      {file.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td className="numeric">{file.rows === null ? texts.dash : count(file.rows)}</Table.Td>
                  <Table.Td className="numeric">{size(file.bytes)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}

/** As the set counts them; the manifest, which is none of them, comes last. */
function byNumber(one: Artifact, other: Artifact): number {
  const manifests = Number(one.kind === 'MANIFEST') - Number(other.kind === 'MANIFEST');
  return manifests !== 0 ? manifests : one.name.localeCompare(other.name);
}
