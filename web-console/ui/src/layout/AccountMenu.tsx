import { Button, Menu } from '@mantine/core';
import { IconLogout, IconSettings, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { http } from '../api/http';
import type { Me } from '../api/types';
import { texts } from '../texts';
import { placesOf } from './places';
import { report } from './reports';

export function AccountMenu({ me }: { me: Me }) {
  const queries = useQueryClient();
  const signOut = async () => {
    try {
      await http.post('/sign-out');
      queries.clear();
      window.location.assign('/sign-in');
    } catch (failure) {
      report.failure(failure);
    }
  };
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
