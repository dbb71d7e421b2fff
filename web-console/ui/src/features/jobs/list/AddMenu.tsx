import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconCopy, IconPlus } from '@tabler/icons-react';
import { texts } from '../../../texts';

interface Props {
  disabled: boolean;
  onAdd: () => void;
  /** absent unless exactly one job is ticked */
  onClone: (() => void) | undefined;
}

/** It does nothing and can be focused all the same: the menu has no other item, and by keyboard one is in it or cannot leave it. */
const UNAVAILABLE = { 'data-disabled': true, 'aria-disabled': true };

/** "Add new job", with "Clone selected" in its drop-down. */
export function AddMenu({ disabled, onAdd, onClone }: Props) {
  const words = texts.jobs;
  return (
    <Group gap={1} wrap="nowrap">
      <Button
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={onAdd}
        disabled={disabled}
        style={{ borderTopRightRadius: 0, borderBottomRightRadius: 0 }}
      >
        {words.add}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="filled" disabled={disabled} aria-label={words.addMore} style={{ borderTopLeftRadius: 0, borderBottomLeftRadius: 0 }}>
            <IconChevronDown size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} {...(onClone === undefined ? UNAVAILABLE : { onClick: onClone })}>
            {words.cloneSelected}
          </Menu.Item>
          {onClone === undefined && <Menu.Label>{words.cloneHint}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
