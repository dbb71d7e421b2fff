import { Group, Stack, Title } from '@mantine/core';
import type { ComponentType } from 'react';
import { NavLink, useParams } from 'react-router';
import { NotFoundPage } from '../../layout/NotFoundPage';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { AboutSection } from './AboutSection';
import { AuditSection } from './AuditSection';
import { TokensSection } from './TokensSection';
import { UsersSection } from './UsersSection';
import { WebhooksSection } from './WebhooksSection';

type Section = 'users' | 'tokens' | 'webhooks' | 'audit' | 'about';

const SECTIONS: Record<Section, ComponentType> = {
  users: UsersSection,
  tokens: () => <TokensSection of="everybody" />,
  webhooks: WebhooksSection,
  audit: AuditSection,
  about: AboutSection,
};

/** What administrators look after, each part with an address of its own. */
export function AdministrationPage() {
  const words = texts.administration;
  const { section = 'users' } = useParams();
  const known = isSection(section) ? section : null;
  useTitle(known === null ? words.title : `${words.sections[known]} · ${words.title}`);
  if (known === null) {
    return <NotFoundPage />;
  }
  const Part = SECTIONS[known];
  return (
    <Stack>
      <Title order={1} size="h2">
        {words.title}
      </Title>
      <nav aria-label={words.sections.label}>
        <Group gap={4} className="section-links">
          {(Object.keys(SECTIONS) as Section[]).map((name) => (
            <NavLink key={name} to={name === 'users' ? '/administration' : `/administration/${name}`} end className="section-link">
              {words.sections[name]}
            </NavLink>
          ))}
        </Group>
      </nav>
      <Part />
    </Stack>
  );
}

function isSection(name: string): name is Section {
  return name in SECTIONS;
}
