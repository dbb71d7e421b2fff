import { Paper, Table } from '@mantine/core';
import type { Catalog, Job } from '../../api/types';
import { texts } from '../../texts';
import { JobRow } from './JobRow';

interface Props {
  jobs: Job[];
  catalog: Catalog | undefined;
  onEdit: (job: Job) => void;
}

export function JobsTable({ jobs, catalog, onEdit }: Props) {
  const columns = texts.jobs.columns;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={1080} scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': texts.jobs.title, role: 'region' } }}>
        <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover aria-label={texts.jobs.title}>
          <Table.Thead>
            <Table.Tr>
              {Object.entries(columns).map(([name, label]) => (
                <Table.Th key={name} scope="col">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} catalog={catalog} onEdit={() => onEdit(job)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
