import { Button, Collapse, Group, MultiSelect, NumberInput, Paper, Select, SimpleGrid, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { texts } from '../../texts';
import { countSet, isFiltered, valuesOf } from '../lists/address';
import { thousandsMark } from '../runs/amounts';
import { DatasetFields } from '../lists/DatasetFields';
import { MoreFilters } from '../lists/Filters';
import { InstantField } from '../lists/InstantField';
import { SearchField } from '../lists/SearchField';
import type { HistoryFilter } from './list';

const OFTEN = ['source', 'type', 'status', 'startedFrom', 'startedTo'] as const;
const SELDOM = ['trigger', 'endedFrom', 'endedTo', 'minSeconds', 'maxSeconds', 'minRows', 'maxRows', 'minBytes', 'maxBytes', 'file'] as const;

interface Props {
  filter: HistoryFilter;
  onChange: (changes: Partial<Record<keyof HistoryFilter, string | null>>) => void;
  onClear: () => void;
}

/** Filters for every column of the history (P68); those that are seldom needed are folded away, on a phone all but one. */
export function HistoryFilters({ filter, onChange, onClear }: Props) {
  const words = texts.history.filters;
  const columns = texts.history.columns;
  const narrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const folded = countSet(filter, narrow ? [...OFTEN, ...SELDOM] : SELDOM);
  const [open, { toggle }] = useDisclosure(folded > 0);
  const often = <Often filter={filter} onChange={onChange} />;
  return (
    <Paper withBorder p="sm" role="search" aria-label={words.label} className="no-print">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 6 }} spacing="sm">
          <SearchField label={words.search} value={filter.q} onChange={(q) => onChange({ q })} />
          {!narrow && often}
        </SimpleGrid>
        <Group gap="xs">
          <MoreFilters set={folded} open={open} onPress={toggle} />
          {isFiltered(filter) && (
            <Button variant="subtle" size="xs" onClick={onClear}>
              {texts.lists.clearFilters}
            </Button>
          )}
        </Group>
        <Collapse expanded={open} keepMounted={false}>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 5 }} spacing="sm">
            {narrow && often}
            <InstantField label={words.endedFrom} value={filter.endedFrom} onChange={(endedFrom) => onChange({ endedFrom })} />
            <InstantField label={words.endedTo} value={filter.endedTo} onChange={(endedTo) => onChange({ endedTo })} />
            <Amount label={`${columns.duration}: ${words.minSeconds}`} value={filter.minSeconds} onChange={(minSeconds) => onChange({ minSeconds })} />
            <Amount label={`${columns.duration}: ${words.maxSeconds}`} value={filter.maxSeconds} onChange={(maxSeconds) => onChange({ maxSeconds })} />
            <Select
              label={words.trigger}
              placeholder={words.anyTrigger}
              clearable
              clearButtonProps={{ 'aria-label': texts.clear }}
              data={Object.entries(texts.history.triggers).map(([value, label]) => ({ value, label }))}
              value={filter.trigger}
              onChange={(trigger) => onChange({ trigger })}
            />
            <Amount label={words.minRows} value={filter.minRows} onChange={(minRows) => onChange({ minRows })} />
            <Amount label={words.maxRows} value={filter.maxRows} onChange={(maxRows) => onChange({ maxRows })} />
            <Amount label={words.minBytes} value={filter.minBytes} onChange={(minBytes) => onChange({ minBytes })} />
            <Amount label={words.maxBytes} value={filter.maxBytes} onChange={(maxBytes) => onChange({ maxBytes })} />
            <SearchField label={words.file} value={filter.file} onChange={(file) => onChange({ file })} />
          </SimpleGrid>
        </Collapse>
      </Stack>
    </Paper>
  );
}

function Often({ filter, onChange }: Omit<Props, 'onClear'>) {
  const words = texts.history.filters;
  return (
    <>
      <DatasetFields source={filter.source} type={filter.type} onChange={onChange} />
      <MultiSelect
        label={texts.history.columns.status}
        placeholder={filter.status === null ? words.anyStatus : ''}
        clearable
        clearButtonProps={{ 'aria-label': texts.clear }}
        data={Object.entries(texts.status).map(([value, label]) => ({ value, label }))}
        value={valuesOf(filter.status)}
        onChange={(status) => onChange({ status: status.join(',') })}
      />
      <InstantField label={words.startedFrom} value={filter.startedFrom} onChange={(startedFrom) => onChange({ startedFrom })} />
      <InstantField label={words.startedTo} value={filter.startedTo} onChange={(startedTo) => onChange({ startedTo })} />
    </>
  );
}

/** A whole number that may be left out; takes effect when the field is left or Enter is pressed. */
function Amount({ label, value, onChange }: { label: string; value: string | null; onChange: (value: string | null) => void }) {
  const settle = (typed: string) => {
    const digits = typed.replace(/\D/g, '');
    if (digits !== (value ?? '')) {
      onChange(digits === '' ? null : digits);
    }
  };
  return (
    <NumberInput
      key={value ?? ''}
      label={label}
      min={0}
      max={Number.MAX_SAFE_INTEGER}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      thousandSeparator={thousandsMark()}
      defaultValue={value ?? ''}
      onBlur={(event) => settle(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          settle(event.currentTarget.value);
        }
      }}
    />
  );
}
