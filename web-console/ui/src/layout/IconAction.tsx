import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useHint } from './use-hint';

/** Looks of what is an icon and can be pressed: the classes of a button or a link. */
export const ICON_ACTION = 'icon-action mantine-focus-auto mantine-active';

interface Props {
  /** what it does: read aloud, and shown to those who hover or focus it */
  label: string;
  onPress: () => void;
  disabled?: boolean;
  busy?: boolean;
  color?: 'gray' | 'red';
  children: ReactNode;
}

/** An icon that does something. While that is under way a press does nothing; the focus stays, which a disabled button would lose. */
export function IconAction({ label, onPress, disabled = false, busy = false, color = 'gray', children }: Props) {
  const { hint, ...listening } = useHint(label);
  return (
    <>
      <button
        type="button"
        {...listening}
        className={`${ICON_ACTION} ${color}`}
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
      </button>
      {hint}
    </>
  );
}
