import { Button, CopyButton as Copy } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { texts } from '../../texts';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ value, label }: { value: string; label?: string }) {
  return (
    <Copy value={value} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="xs"
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={copy}
          aria-live="polite"
          {...(label === undefined || copied ? {} : { 'aria-label': label })}
        >
          {copied ? texts.artifacts.copied : texts.artifacts.copy}
        </Button>
      )}
    </Copy>
  );
}
