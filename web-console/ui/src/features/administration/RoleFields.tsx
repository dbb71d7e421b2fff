import { MultiSelect, Select } from '@mantine/core';
import { useCatalog } from '../../api/queries';
import type { Role } from '../../api/types';
import { texts } from '../../texts';

const ROLES: readonly Role[] = ['VIEWER', 'EXPORTER', 'ADMIN'];

interface Props {
  role: Role;
  sources: string[] | null;
  /** the highest that can be given */
  most?: Role;
  /** the sources that can be given; null for all */
  among?: string[] | null;
  errors: Record<string, string>;
  onChange: (changes: { role?: Role; sources?: string[] | null }) => void;
}

/** A role, and the sources that it holds for: none chosen means all. */
export function RoleFields({ role, sources, most = 'ADMIN', among = null, errors, onChange }: Props) {
  const words = texts.administration;
  const catalog = useCatalog().data;
  const offered = ROLES.slice(0, ROLES.indexOf(most) + 1);
  const known = (catalog?.sources ?? []).filter((one) => among === null || among.includes(one.source));
  return (
    <>
      <Select
        name="role"
        label={words.role}
        description={words.roleHints[role]}
        allowDeselect={false}
        data={offered.map((value) => ({ value, label: words.roles[value] }))}
        value={role}
        error={errors['role']}
        onChange={(value) => onChange({ role: offered.find((one) => one === value) ?? role })}
      />
      <MultiSelect
        name="sources"
        label={words.sources}
        description={words.sourcesHint}
        clearable
        clearButtonProps={{ 'aria-label': texts.clear }}
        data={known.map((one) => ({ value: one.source, label: one.label }))}
        value={sources ?? []}
        error={errors['sources']}
        onChange={(value) => onChange({ sources: value.length === 0 ? null : value })}
      />
    </>
  );
}
