import { Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';

interface Hint {
  ref: (element: HTMLElement | null) => void;
  onMouseEnter: () => void;
  onMouseLeave: () => void;
  onFocus: () => void;
  onBlur: () => void;
  /** stands beside the element */
  hint: ReactNode;
}

/**
 * Says what an icon does to those who hover or focus it. What shows it is there only then: in a list of fifty jobs, hundreds
 * of tooltips that nobody looks at would take longer to make than the list.
 */
export function useHint(label: string): Hint {
  const [element, ref] = useState<HTMLElement | null>(null);
  const [shown, setShown] = useState(false);
  const show = () => setShown(true);
  const hide = () => setShown(false);
  return {
    ref,
    onMouseEnter: show,
    onMouseLeave: hide,
    onFocus: show,
    onBlur: hide,
    hint: shown && element !== null ? <Tooltip label={label} target={element} opened /> : null,
  };
}
