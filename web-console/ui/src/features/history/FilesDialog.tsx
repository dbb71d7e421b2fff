import { Anchor, Group, Loader, Modal, Table, Text } from '@mantine/core';
import { useArtifacts } from '../../api/queries';
import type { Run } from '../../api/types';
import { FailureNote } from '../../layout/FailureNote';
import { texts } from '../../texts';
import { size } from '../runs/amounts';
import { titleOf } from '../runs/progress';

/** The files of a run, each with its download; large ones come straight from the server, resumable. */
export function FilesDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const files = useArtifacts(run.id);
  return (
    <Modal opened onClose={onClose} size="lg" title={texts.history.filesTitle(titleOf(run))}>
      {files.isPending && (
        <Group justify="center">
          <Loader aria-label={texts.loading} />
        </Group>
      )}
      {files.isError && (
        <FailureNote title={texts.history.filesFailed} failure={files.error} onRetry={() => void files.refetch()} />
      )}
      {files.isSuccess && files.data.length === 0 && <Text>{texts.history.noFiles}</Text>}
      {files.isSuccess && files.data.length > 0 && (
        <Table aria-label={texts.history.filesTitle(titleOf(run))}>
          <Table.Tbody>
            {files.data.map((file) => (
              <Table.Tr key={file.id}>
                <Table.Td>
                  <Anchor
                    href={`/api/v1/artifacts/${encodeURIComponent(file.id)}/content`}
                    download={file.name}
                    aria-label={texts.history.download(file.name)}
                    underline="always"
                    style={{ wordBreak: 'break-all' }}
                  >
                    {file.name}
                  </Anchor>
                </Table.Td>
                <Table.Td className="numeric">{size(file.bytes)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Modal>
  );
}
