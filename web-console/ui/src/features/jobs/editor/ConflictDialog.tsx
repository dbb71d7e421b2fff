import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { Job } from '../../../api/types';
import { Dialog } from '../../../layout/Dialog';
import { texts } from '../../../texts';
import { differences } from '../job-in-words';
import type { Origin } from './form';

interface Props {
  mine: Origin;
  theirs: Job;
  onTakeTheirs: () => void;
  onSaveMine: () => void;
  onClose: () => void;
}

/** Both versions side by side, when somebody else saved the job while it was edited here. */
export function ConflictDialog({ mine, theirs, onTakeTheirs, onSaveMine, onClose }: Props) {
  const words = texts.editor.conflict;
  const differing = differences(mine, theirs);
  return (
    <Dialog onClose={onClose} size="xl" title={words.title}>
      <Stack>
        <Text size="sm">{words.text(theirs.version)}</Text>
        <Table.ScrollContainer minWidth={480}>
          <Table aria-label={words.title} withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.setting}</Table.Th>
                <Table.Th scope="col">{words.mine}</Table.Th>
                <Table.Th scope="col">{words.theirs}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differing.map(({ name, mine: here, theirs: there }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td>{here}</Table.Td>
                  <Table.Td>{there}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {differing.length === 0 && <Text size="sm">{words.same}</Text>}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {words.goOn}
          </Button>
          <Button variant="default" onClick={onTakeTheirs}>
            {words.takeTheirs}
          </Button>
          <Button onClick={onSaveMine}>{words.saveMine}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
