import { Group, MultiSelect, Select, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Catalog } from '../../../api/types';
import { texts } from '../../../texts';
import { exportTypeOf, type JobForm } from './form';

/** What is exported, as the catalog offers it; the entity types depend on the type. */
export function SourceFields({ form, catalog }: { form: UseFormReturnType<JobForm>; catalog: Catalog }) {
  const words = texts.editor;
  const { values } = form;
  const source = catalog.sources.find((each) => each.source === values.source);
  const type = exportTypeOf(catalog, values.source, values.type);
  const chooseType = (sourceName: string, typeName: string) =>
    form.setValues({
      source: sourceName,
      type: typeName,
      dateColumn: exportTypeOf(catalog, sourceName, typeName)?.defaultDateColumn ?? '',
      allEntityTypes: true,
      entityTypes: [],
    });
  return (
    <>
      <Group grow align="start">
        <Select
          label={words.source}
          required
          allowDeselect={false}
          data={catalog.sources.map((each) => ({ value: each.source, label: each.label }))}
          {...form.getInputProps('source')}
          onChange={(name: string | null) => {
            const first = catalog.sources.find((each) => each.source === name)?.types[0];
            chooseType(name ?? '', first?.type ?? '');
          }}
        />
        <Select
          label={words.type}
          required
          allowDeselect={false}
          data={source?.types.map((each) => ({ value: each.type, label: each.label })) ?? []}
          {...form.getInputProps('type')}
          onChange={(name: string | null) => chooseType(values.source, name ?? '')}
        />
      </Group>
      {type?.entityTypes != null && (
        <>
          <Switch label={words.allEntityTypes} {...form.getInputProps('allEntityTypes', { type: 'checkbox' })} />
          {!values.allEntityTypes && (
            <MultiSelect
              label={words.entityTypes}
              description={words.entityTypesHint}
              required
              searchable
              data={type.entityTypes.map(({ name, label }) => ({ value: name, label }))}
              {...form.getInputProps('entityTypes')}
            />
          )}
        </>
      )}
    </>
  );
}
