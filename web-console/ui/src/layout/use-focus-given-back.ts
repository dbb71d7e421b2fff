import { useLayoutEffect, useState } from 'react';

/** Who gets the focus when a dialog is gone, unless the next one opens at once: then it is that one's to give back. */
let owed: HTMLElement | null = null;

/**
 * Gives the focus back to what had it when the component appeared, once it is gone: keyboard and screen reader go on from there.
 * The component library does so only for dialogs that stay rendered while they are closed.
 */
export function useFocusGivenBack() {
  // Asked before anything of the dialog can take the focus.
  const [before] = useState(focused);
  useLayoutEffect(() => {
    const opener = before?.isConnected === true ? before : owed;
    owed = null;
    return () => {
      owed = opener;
      setTimeout(() => {
        if (owed === opener) {
          owed = null;
          if (focused() === null) {
            opener?.focus({ preventScroll: true });
          }
        }
      });
    };
  }, [before]);
}

/** What has the focus; of an item in a menu, which goes when it is chosen, the button that opened the menu. */
function focused(): HTMLElement | null {
  const active = document.activeElement;
  const button = active?.closest('[role=menu]')?.getAttribute('aria-labelledby') ?? null;
  const element = button === null ? active : document.getElementById(button);
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
