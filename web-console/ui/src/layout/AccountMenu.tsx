import { Button, Menu } from '@mantine/core';
import { IconLogout, IconSettings, IconUser } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Me } from '../api/types';
import { texts } from '../texts';
import { placesOf } from './places';
import { useSignOut } from './use-sign-out';

export function AccountMenu({ me }: { me: Me }) {
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="transparent"
          c="white"
          px="xs"
          leftSection={<IconUser size={18} aria-hidden />}
          aria-label={texts.navigation.account(me.name)}
        >
          {me.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {placesOf('account', me).map((place) => (
          <Menu.Item key={place.path} component={Link} to={place.path} leftSection={<IconSettings size={16} aria-hidden />}>
            {place.name()}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {texts.navigation.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
