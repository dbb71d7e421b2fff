import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { http } from '../../api/http';
import { texts } from '../../texts';
import { PARTS, VERSION } from './parts';

interface OpenApi {
  info: { version: string };
}

/** Which versions run, under which licence, and what of it others made. */
export function AboutSection() {
  const words = texts.administration.about;
  const api = useQuery({
    queryKey: ['openapi-version'],
    queryFn: async ({ signal }) => (await http.get<OpenApi>('/api/v1/openapi.json', { signal })).body.info.version,
    staleTime: Infinity,
  });
  return (
    <Stack maw={760}>
      <Paper withBorder p="md">
        <Stack gap="xs">
          <Text>{words.product}</Text>
          <dl className="facts">
            <div>
              <dt>{words.console}</dt>
              <dd>{VERSION}</dd>
            </div>
            <div>
              <dt>{words.api}</dt>
              <dd>{api.data ?? texts.dash}</dd>
            </div>
            <div>
              <dt>{words.licence}</dt>
              <dd>{words.licenceText}</dd>
            </div>
          </dl>
        </Stack>
      </Paper>
      <Paper withBorder p="md">
        <Title order={2} size="h4" mb="sm">
          {words.parts}
        </Title>
        <Table aria-label={words.parts}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.partColumns.name}</Table.Th>
              <Table.Th scope="col">{words.partColumns.version}</Table.Th>
              <Table.Th scope="col">{words.partColumns.licence}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {PARTS.map((part) => (
              <Table.Tr key={part.name}>
                <Table.Th scope="row" fw={400}>
                  {part.name}
                </Table.Th>
                <Table.Td>{part.version}</Table.Td>
                <Table.Td>{part.licence}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </Stack>
  );
}
