import { ActionIcon, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useHint } from './use-hint';

interface Props {
  /** what it does: read aloud, and shown to those who hover or focus it */
  label: string;
  onPress: () => void;
  disabled?: boolean;
  busy?: boolean;
  color?: string;
  children: ReactNode;
}

/** An icon that does something. While that is under way a press does nothing; the focus stays, which a disabled button would lose. */
export function IconAction({ label, onPress, disabled = false, busy = false, color = 'gray', children }: Props) {
  const { hint, ...listening } = useHint(label);
  return (
    <>
      <ActionIcon
        {...listening}
        variant="subtle"
        color={color}
        aria-label={label}
        aria-busy={busy}
        disabled={disabled}
        onClick={() => {
          if (!busy) {
            onPress();
          }
        }}
      >
        {busy ? <Loader size={16} color={color} aria-hidden /> : children}
      </ActionIcon>
      {hint}
    </>
  );
}
