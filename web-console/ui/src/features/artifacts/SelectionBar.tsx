import { Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { IconCode, IconFileZip, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys } from '../../api/queries';
import type { Deletion } from '../../api/types';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { size } from '../runs/amounts';
import { useMay } from '../sign-in/may';
import { archiveOf } from './content';
import { LoadDialog } from './LoadDialog';
import type { Selecting } from './parts';
import { bytesOf, MOST_SELECTED, NOTHING } from './selection';

/** What can be done with the selected artifacts (P76). Stays in sight while one scrolls. */
export function SelectionBar({ selection, onSelect }: Selecting) {
  const words = texts.artifacts;
  const may = useMay();
  const [loading, load] = useDisclosure(false);
  const remove = useRemoval(() => onSelect(NOTHING));
  if (selection.size === 0) {
    return null;
  }
  const bytes = bytesOf(selection);
  const ids = [...selection.keys()];
  const confirmRemoval = () =>
    modals.openConfirmModal({
      title: words.removeTitle(ids.length),
      children: <Text size="sm">{words.removeText}</Text>,
      labels: { confirm: words.removeConfirm(ids.length), cancel: texts.cancel },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate(ids),
    });
  return (
    <Paper withBorder p="sm" className="selection-bar">
      <Group gap="sm">
        <Text size="sm" fw={600} role="status">
          {words.selected(selection.size, MOST_SELECTED, size(bytes))}
        </Text>
        <Button component="a" href={archiveOf(ids)} download size="xs" leftSection={<IconFileZip size={16} aria-hidden />}>
          {words.zip}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconCode size={16} aria-hidden />} onClick={load.open}>
          {words.load}
        </Button>
        {may.export && (
          <Button
            size="xs"
            color="red"
            variant="outline"
            leftSection={<IconTrash size={16} aria-hidden />}
            loading={remove.isPending}
            onClick={confirmRemoval}
          >
            {words.remove}
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={() => onSelect(NOTHING)}>
          {words.clear}
        </Button>
      </Group>
      <LoadDialog opened={loading} artifacts={[...selection.values()]} onClose={load.close} />
    </Paper>
  );
}

function useRemoval(onRemoved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ids: string[]) => (await http.post<Deletion>('/api/v1/artifacts/delete', { ids })).body,
    onSuccess: ({ deleted, missing }) => {
      const words = texts.artifacts;
      report.done([words.removed(deleted.length), ...(missing.length === 0 ? [] : [words.someMissing(missing.length)])].join('; '));
      onRemoved();
    },
    onError: report.failure,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.artifacts }),
  });
}
