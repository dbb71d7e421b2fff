import { Tooltip } from '@mantine/core';
import { type ReactNode, type SyntheticEvent, useState } from 'react';

interface Hint {
  onMouseEnter: (event: SyntheticEvent<HTMLElement>) => void;
  onMouseLeave: () => void;
  onFocus: (event: SyntheticEvent<HTMLElement>) => void;
  onBlur: () => void;
  /** stands beside the element */
  hint: ReactNode;
}

/**
 * Says more to those who hover or focus something, such as what an icon does; null when there is nothing to say. What shows it
 * is there only then: in a list of fifty jobs, hundreds of tooltips that nobody looks at would take longer to make than the list.
 */
export function useHint(label: string | null): Hint {
  const [lookedAt, setLookedAt] = useState<HTMLElement | null>(null);
  const show = (event: SyntheticEvent<HTMLElement>) => setLookedAt(event.currentTarget);
  const hide = () => setLookedAt(null);
  return {
    onMouseEnter: show,
    onMouseLeave: hide,
    onFocus: show,
    onBlur: hide,
    hint: lookedAt === null || label === null ? null : <Tooltip label={label} target={lookedAt} opened multiline maw={320} />,
  };
}
