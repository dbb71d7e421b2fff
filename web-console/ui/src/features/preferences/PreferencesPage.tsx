import { type MantineColorScheme, Paper, SegmentedControl, Select, Stack, Text, Title, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMe } from '../../api/queries';
import { useTitle } from '../../layout/use-title';
import { languageOf, prefer, usePreferences } from '../../preferences';
import { type Language, texts } from '../../texts';
import { TokensSection } from '../administration/TokensSection';
import { PasswordFields } from '../sign-in/PasswordFields';
import { browserZone } from '../../browser-zone';
import { timeZones } from '../../time';

/** Stands for the zone of the browser. */
const OWN = '';

export function PreferencesPage() {
  const words = texts.preferences;
  useTitle(words.title);
  const preferences = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const me = useMe().data;
  return (
    <Stack>
      <Title order={1} size="h2">
        {words.title}
      </Title>
      <Section title={words.display}>
        <Stack gap="lg">
          <Select
            label={words.zone}
            description={words.zoneHint}
            searchable
            allowDeselect={false}
            limit={100}
            data={[{ value: OWN, label: words.zoneOfBrowser(browserZone()) }, ...timeZones()]}
            value={preferences.zone ?? OWN}
            onChange={(zone) => prefer({ zone: zone === OWN ? null : zone })}
          />
          <Choice
            label={words.scheme}
            options={words.schemes}
            value={colorScheme}
            onChange={(scheme: MantineColorScheme) => setColorScheme(scheme)}
          />
          <Choice
            label={words.language}
            options={words.languages}
            value={languageOf(preferences)}
            onChange={(language: Language) => prefer({ language })}
          />
          <Text size="sm" c="dimmed">
            {words.kept}
          </Text>
        </Stack>
      </Section>
      {me?.signedInBy === 'PASSWORD' && (
        <>
          <Section title={texts.password.changeTitle}>
            <PasswordFields name={me.name} />
          </Section>
          <Section title={words.tokens} wide>
            <TokensSection of="own" />
          </Section>
        </>
      )}
    </Stack>
  );
}

function Section({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <Paper withBorder p="lg" {...(wide ? {} : { maw: 520 })}>
      <Title order={2} size="h4" mb="md">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

interface ChoiceProps<K extends string> {
  label: string;
  options: Record<K, string>;
  value: K;
  onChange: (value: K) => void;
}

function Choice<K extends string>({ label, options, value, onChange }: ChoiceProps<K>) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4} aria-hidden>
        {label}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={label}
        data={(Object.entries(options) as [K, string][]).map(([key, name]) => ({ value: key, label: name }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
