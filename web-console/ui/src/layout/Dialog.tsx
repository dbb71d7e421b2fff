import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core';
import { useFocusGivenBack } from './use-focus-given-back';

/** A dialog that is open for as long as it is rendered. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  useFocusGivenBack();
  return <Modal opened {...props} />;
}

/** The same at the right side of the page, for what needs room. */
export function SideDialog(props: Omit<DrawerProps, 'opened' | 'position'>) {
  useFocusGivenBack();
  return <Drawer opened position="right" {...props} />;
}
