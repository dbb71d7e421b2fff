import { Menu } from '@mantine/core';
import { type ReactNode, type Ref, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ICON_ACTION } from '../../layout/IconAction';

interface Props {
  label: string;
  icon: ReactNode;
  /** the items; asked for only when somebody opens the menu */
  children: () => ReactNode;
}

/** A menu of what can be done with an entry of a list. Until it is opened for the first time it is a button and nothing else. */
export function RowMenu({ label, icon, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [used, setUsed] = useState(false);
  const [opened, setOpened] = useState(false);
  const press = () => {
    // The menu is there, closed, before it opens: so it knows who had the focus, and gives it back.
    flushSync(() => setUsed(true));
    setOpened(!opened);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={ICON_ACTION}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={opened}
        onClick={press}
      >
        {icon}
      </button>
      {used && (
        <Menu opened={opened} onChange={setOpened} position="bottom-end">
          <Menu.Target>
            <Standing button={button} />
          </Menu.Target>
          <Menu.Dropdown>{children()}</Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

interface StandingProps {
  button: RefObject<HTMLButtonElement | null>;
  /** what the menu tells its target */
  id?: string;
  'aria-controls'?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** Makes a button that is there already the one that the menu belongs to. */
function Standing({ button, id, 'aria-controls': controls, ref }: StandingProps) {
  useLayoutEffect(() => {
    const element = button.current;
    if (element !== null) {
      element.setAttribute('id', id ?? '');
      if (controls === undefined) {
        element.removeAttribute('aria-controls');
      } else {
        element.setAttribute('aria-controls', controls);
      }
    }
  }, [button, id, controls]);
  useLayoutEffect(() => {
    if (typeof ref === 'function') {
      ref(button.current);
      return () => {
        ref(null);
      };
    }
    return undefined;
  }, [button, ref]);
  return null;
}
