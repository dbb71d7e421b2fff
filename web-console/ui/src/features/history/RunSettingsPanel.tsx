import { Loader, Text } from '@mantine/core';
import { ProblemError } from '../../api/http';
import { useCatalog } from '../../api/queries';
import type { Catalog, Run, RunSettings, Schedule } from '../../api/types';
import { FailureNote } from '../../layout/FailureNote';
import { texts } from '../../texts';
import { scheduleInWords } from '../jobs/schedule-in-words';
import { count } from '../runs/amounts';
import { type Fact, Facts } from './Facts';
import { useRunSettings } from './queries';

/** The settings that the run ran with, whatever the job says today. */
export function RunSettingsPanel({ run }: { run: Run }) {
  const words = texts.run;
  const settings = useRunSettings(run.id);
  const catalog = useCatalog().data;
  if (settings.isPending) {
    return (
      <Facts title={words.settings} facts={[]}>
        <Loader size="sm" aria-label={texts.loading} />
      </Facts>
    );
  }
  if (settings.isError) {
    return (
      <Facts title={words.settings} facts={[]}>
        {settings.error instanceof ProblemError && settings.error.status === 404 ? (
          <Text size="sm">{words.noSettings}</Text>
        ) : (
          <FailureNote title={words.settingsFailed} failure={settings.error} onRetry={() => void settings.refetch()} />
        )}
      </Facts>
    );
  }
  return <Facts title={words.settings} facts={factsOf(settings.data, catalog)} />;
}

function factsOf({ settings, jobVersion }: RunSettings, catalog: Catalog | undefined): Fact[] {
  const words = texts.run;
  const labels = words.labels;
  const type = catalog?.sources.find((one) => one.source === settings.source)?.types.find((one) => one.type === settings.type);
  const entity = (name: string) => type?.entityTypes?.find((one) => one.name === name)?.label ?? name;
  const entityTypes = settings.entityTypes ?? null;
  const splitSize = settings.output?.splitSizeMb ?? null;
  return [
    [labels.version, count(jobVersion)],
    [labels.schedule, scheduleInWords(filled(settings.schedule), settings.timeZone ?? 'UTC')],
    [labels.zone, settings.timeZone ?? 'UTC'],
    [labels.dateColumn, settings.dateColumn ?? texts.dash],
    [labels.entityTypes, entityTypes === null ? words.allEntityTypes : entityTypes.map(entity).join(', ')],
    [labels.format, nameOf(words.formats, settings.output?.format)],
    [labels.compression, nameOf(words.compressions, settings.output?.compression)],
    [labels.split, splitSize === null ? words.oneFile : words.megabytes(count(splitSize))],
  ];
}

/** What the API calls something, in words where there are any. */
function nameOf(names: Record<string, string>, name: string | undefined): string {
  return name === undefined ? texts.dash : (names[name] ?? name);
}

/** A one-time job that starts at once has no time of start. */
function filled(schedule: RunSettings['settings']['schedule']): Schedule {
  return (schedule.kind === 'ONCE' ? { kind: schedule.kind, startAt: schedule.startAt ?? null } : schedule) as Schedule;
}
