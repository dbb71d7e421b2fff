import { CloseButton, TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  search?: boolean;
}

const PAUSE_MS = 300;

/** A field whose value takes effect when typing pauses. */
export function SearchField({ value, onChange, search = true, ...rest }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  const [known, setKnown] = useState(value);
  const settle = useDebouncedCallback((next: string) => onChange(next === '' ? null : next), PAUSE_MS);
  if (known !== value) {
    // Set from elsewhere, by clearing the filters or going back; what this field asked for itself is typed already.
    setKnown(value);
    if ((value ?? '') !== typed.trim()) {
      setTyped(value ?? '');
    }
  }
  const type = (next: string) => {
    setTyped(next);
    settle(next.trim());
  };
  return (
    <TextInput
      {...rest}
      {...(search ? { leftSection: <IconSearch size={16} aria-hidden /> } : {})}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={typed === '' ? null : <CloseButton size="sm" aria-label={texts.clear} onClick={() => type('')} />}
    />
  );
}
