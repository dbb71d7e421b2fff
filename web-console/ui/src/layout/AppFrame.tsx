import { Burger, Drawer, Group, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Me } from '../api/types';
import { texts } from '../texts';
import { AccountMenu } from './AccountMenu';
import { fetchPlacesOf, placesOf } from './places';

/** By then the page that was asked for is shown. */
const UNHURRIED_MS = 1_500;

/** Header with the places that one may go to; on narrow screens they are in a drawer. */
export function AppFrame({ me, children }: { me: Me; children: ReactNode }) {
  const [menuOpen, menu] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const content = useFocusOnArrival();
  useOtherPlaces(me);
  return (
    <>
      <header className="frame-header">
        <a className="skip-link" href="#content">
          {texts.navigation.skip}
        </a>
        <Group gap="md" wrap="nowrap">
          {narrow && <Burger opened={menuOpen} onClick={menu.open} color="white" size="sm" aria-label={texts.navigation.openMenu} />}
          <img src="/longshore.svg" alt="" width={30} height={30} />
          <Text c="white" fw={600} size="lg">
            {texts.product}
          </Text>
          <Group gap={4} wrap="nowrap">
            <Places me={me} />
          </Group>
        </Group>
        <AccountMenu me={me} />
      </header>
      {narrow && (
        <Drawer opened={menuOpen} onClose={menu.close} size={260} title={texts.navigation.menu}>
          <Places me={me} inDrawer onLeave={menu.close} />
        </Drawer>
      )}
      <main id="content" ref={content} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** On another page, keyboard and screen reader begin with what it shows: the link that led there is gone or was left behind. */
function useFocusOnArrival() {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      content.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return content;
}

/** The code of the other pages comes when there is nothing else to do, and is there when somebody goes to them. */
function useOtherPlaces(me: Me) {
  useEffect(() => {
    const waiting = setTimeout(() => fetchPlacesOf(me), UNHURRIED_MS);
    return () => clearTimeout(waiting);
  }, [me]);
}

interface PlacesProps {
  me: Me;
  inDrawer?: boolean;
  onLeave?: () => void;
}

function Places({ me, inDrawer = false, onLeave }: PlacesProps) {
  const className = inDrawer ? 'nav-link in-drawer' : 'nav-link';
  const menus = [
    ['export', texts.navigation.export],
    ['administration', texts.navigation.administration],
  ] as const;
  return menus.map(([menu, label]) => {
    const places = placesOf(menu, me);
    return (
      places.length > 0 && (
        <nav key={menu} aria-label={label} className={inDrawer ? 'in-drawer' : 'in-header'}>
          {inDrawer && menu === 'export' && (
            <Text size="sm" c="dimmed" px={12} py={4}>
              {label}
            </Text>
          )}
          {places.map((place) => (
            <NavLink key={place.path} className={className} to={place.path} {...(onLeave === undefined ? {} : { onClick: onLeave })}>
              {place.name()}
            </NavLink>
          ))}
        </nav>
      )
    );
  });
}
