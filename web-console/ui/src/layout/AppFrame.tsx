import { AppShell, Button, Group, Image, Menu, Text } from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { http } from '../api/http';
import type { Me } from '../api/types';
import { report } from './reports';
import { texts } from '../texts';

export function AppFrame({ me, children }: { me: Me; children: ReactNode }) {
  return (
    <AppShell header={{ height: 56 }} padding={{ base: 'sm', sm: 'lg' }}>
      <AppShell.Header bg="harbour.8" withBorder={false}>
        <a className="skip-link" href="#content">
          {texts.navigation.skip}
        </a>
        <Group h="100%" px={{ base: 'sm', sm: 'lg' }} justify="space-between" wrap="nowrap">
          <Group gap="md" wrap="nowrap">
            <Image src="/longshore.svg" alt="" w={30} h={30} />
            <Text c="white" fw={600} size="lg" visibleFrom="sm">
              {texts.product}
            </Text>
            <nav aria-label={texts.navigation.label}>
              <Group gap={4} wrap="nowrap">
                <NavLink className="nav-link" to="/jobs">
                  {texts.navigation.jobs}
                </NavLink>
                <NavLink className="nav-link" to="/history">
                  {texts.navigation.history}
                </NavLink>
              </Group>
            </nav>
          </Group>
          <AccountMenu me={me} />
        </Group>
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1}>
        {children}
      </AppShell.Main>
    </AppShell>
  );
}

function AccountMenu({ me }: { me: Me }) {
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
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {texts.navigation.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
