import { type MantineColorScheme, Paper, SegmentedControl, Select, Stack, Text, Title, useMantineColorScheme } from '@mantine/core';
import { useTitle } from '../../layout/use-title';
import { languageOf, prefer, usePreferences } from '../../preferences';
import { type Language, texts } from '../../texts';
import { browserZone, timeZones } from '../../time';

/** Stands for the zone of the browser. */
const OWN = '';

export function PreferencesPage() {
  const words = texts.preferences;
  useTitle(words.title);
  const preferences = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack maw={520}>
      <Title order={1} size="h2">
        {words.title}
      </Title>
      <Paper withBorder p="lg">
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
        </Stack>
      </Paper>
      <Text size="sm" c="dimmed">
        {words.kept}
      </Text>
    </Stack>
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
