import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Dialog } from '../../layout/Dialog';
import { texts } from '../../texts';
import { CopyButton } from '../lists/CopyButton';

interface Props {
  title: string;
  secret: string;
  children?: ReactNode;
  onClose: () => void;
}

/** A secret that the server will not show again. Closing takes a button, so that a stray click does not lose it. */
export function ShownOnce({ title, secret, children, onClose }: Props) {
  const words = texts.administration;
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false} size="lg">
      <Stack gap="sm">
        <Alert color="yellow" variant="outline" role="note" icon={<IconInfoCircle aria-hidden />}>
          <Text size="sm">{words.notedOnce}</Text>
        </Alert>
        <Group wrap="nowrap" align="start">
          <Code block className="wrap" style={{ flex: 1, whiteSpace: 'pre-wrap' }} aria-label={title}>
            {secret}
          </Code>
          <CopyButton value={secret} />
        </Group>
        {children}
        <Group justify="flex-end">
          <Button onClick={onClose}>{words.understood}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
