import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type RefObject, useEffect } from 'react';
import { useBlocker } from 'react-router';
import { texts } from '../../../texts';

/** Tells, at any instant, whether something was changed and not saved. */
export type HasChanges = RefObject<() => boolean>;

/** Asks before changes that are not saved are lost: by closing the window, by going back or to another page. */
export function useUnsavedChanges(dirty: boolean, isDirty: () => boolean, hasChangesRef: HasChanges) {
  useEffect(() => {
    // Asked when somebody leaves, and not told by rendering: a key may be hit before what was typed is rendered.
    hasChangesRef.current = isDirty;
  }, [isDirty, hasChangesRef]);
  useEffect(() => {
    if (!dirty) {
      return;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (blocker.state === 'blocked') {
      askBeforeLeaving(
        () => blocker.proceed(),
        () => blocker.reset(),
      );
    }
  }, [blocker]);
}

export function askBeforeLeaving(onLeave: () => void, onStay?: () => void) {
  const words = texts.editor;
  modals.openConfirmModal({
    title: words.leaveTitle,
    children: <Text size="sm">{words.leaveText}</Text>,
    labels: { confirm: words.leave, cancel: words.stay },
    confirmProps: { color: 'red' },
    onConfirm: onLeave,
    ...(onStay === undefined ? {} : { onCancel: onStay }),
  });
}
