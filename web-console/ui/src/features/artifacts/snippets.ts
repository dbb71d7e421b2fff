import type { Artifact } from '../../api/types';

export type Tool = 'duckdb' | 'postgresql' | 'python';

/** How the files of an export are made: read off their names, which are the contract (…jsonl.gz.p7m). */
export interface FileKind {
  format: 'jsonl' | 'csv' | 'parquet';
  compression: 'none' | 'gz' | 'zst' | 'zip';
  encrypted: boolean;
}

export function kindOf(name: string): FileKind | null {
  const parts = name.toLowerCase().split('.').slice(1);
  const format = parts.find((part) => part === 'jsonl' || part === 'csv' || part === 'parquet');
  if (format === undefined) {
    return null;
  }
  const compression = parts.find((part) => part === 'gz' || part === 'zst' || part === 'zip') ?? 'none';
  return { format, compression, encrypted: parts.some((part) => part === 'p7m' || part === 'smime') };
}

export interface Snippet {
  code: string;
  needsDecryption: boolean;
  needsUnpacking: boolean;
}

interface DataFile extends FileKind {
  name: string;
  table: string;
}

/** Lines that load exactly these files with a tool, kind by kind; null when there is no data file among them. */
export function snippetFor(tool: Tool, artifacts: readonly Pick<Artifact, 'name' | 'kind' | 'type'>[]): Snippet | null {
  const files = artifacts.flatMap((artifact): DataFile[] => {
    const kind = artifact.kind === 'MANIFEST' ? null : kindOf(artifact.name);
    return kind === null ? [] : [{ name: artifact.name, table: tableOf(artifact.type), ...kind }];
  });
  if (files.length === 0) {
    return null;
  }
  const alike = new Map<string, DataFile[]>();
  for (const file of files) {
    const kind = [file.table, file.format, file.compression, file.encrypted].join(' ');
    alike.set(kind, [...(alike.get(kind) ?? []), file]);
  }
  return {
    code: [...alike.values()].map((group) => linesFor(tool, group).join('\n')).join('\n\n'),
    needsDecryption: files.some((file) => file.encrypted),
    needsUnpacking: files.some((file) => file.compression === 'zip'),
  };
}

/** Lines for files of one kind. */
function linesFor(tool: Tool, files: readonly DataFile[]): string[] {
  const [first] = files;
  if (first === undefined) {
    return [];
  }
  const before: string[] = [];
  let names = files.map((file) => file.name);
  if (first.encrypted) {
    before.push(...names.map(decryption));
    names = names.map(withoutEncryption);
  }
  if (first.compression === 'zip') {
    before.push(...names.map((name) => `unzip -o ${shell(name)}`));
    names = names.map((name) => name.replace(/\.zip$/i, ''));
  }
  const readable: FileKind = first.compression === 'zip' ? { ...first, compression: 'none' } : first;
  return [...inShell(tool, before), ...{ duckdb, postgresql, python }[tool](names, readable, first.table)];
}

/** What must be done in a shell before; a remark where the tool is not one. */
function inShell(tool: Tool, commands: readonly string[]): string[] {
  if (commands.length === 0) {
    return [];
  }
  const remark = { duckdb: '-- ', postgresql: '', python: '# ' }[tool];
  const head = tool === 'postgresql' ? [] : [`${remark}in a shell, first:`];
  return [...head, ...commands.map((command) => remark + command), ''];
}

function duckdb(names: readonly string[], kind: FileKind, table: string): string[] {
  const list = names.length === 1 ? sql(names[0] ?? '') : `[\n  ${names.map(sql).join(',\n  ')}\n]`;
  const read = {
    jsonl: `read_json(${list}, format = 'newline_delimited', maximum_object_size = 268435456)`,
    csv: `read_csv(${list}, header = true)`,
    parquet: `read_parquet(${list})`,
  }[kind.format];
  return [`CREATE TABLE ${table} AS`, `SELECT * FROM ${read};`, `SELECT count(*) FROM ${table};`];
}

/** JSON goes in as one column of jsonb: CSV with a quote and a separator that JSON cannot contain is COPY's way to take lines as they are. */
function postgresql(names: readonly string[], kind: FileKind, table: string): string[] {
  if (kind.format === 'parquet') {
    return [
      '# PostgreSQL reads no Parquet itself; DuckDB hands the rows on.',
      `duckdb -c "INSTALL postgres; LOAD postgres; ATTACH 'dbname=postgres' AS pg (TYPE postgres); CREATE TABLE pg.${table} AS SELECT * FROM read_parquet([${names.map(sql).join(', ')}]);"`,
    ];
  }
  const copy =
    kind.format === 'jsonl'
      ? `\\copy ${table} (record) FROM pstdin WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`
      : `\\copy ${table} FROM pstdin WITH (FORMAT csv, HEADER true)`;
  const create =
    kind.format === 'jsonl'
      ? [`psql -c "CREATE TABLE ${table} (record jsonb NOT NULL)"`]
      : [`# ${table} must have the columns of the file's first line, in their order.`];
  const open = { none: 'cat', gz: 'gzip -dc', zst: 'zstd -dc', zip: 'cat' }[kind.compression];
  return [
    ...create,
    `for file in ${names.map(shell).join(' ')}; do`,
    `  ${open} "$file" | psql -v ON_ERROR_STOP=1 -c "${copy}" || break`,
    'done',
    `psql -c "SELECT count(*) FROM ${table}"`,
  ];
}

function python(names: readonly string[], kind: FileKind): string[] {
  const files = [`files = [`, ...names.map((name) => `    ${json(name)},`), ']'];
  if (kind.format === 'parquet') {
    return ['import pyarrow.parquet as pq  # pip install pyarrow', '', ...files, 'rows = [row for name in files for row in pq.read_table(name).to_pylist()]', 'print(len(rows))'];
  }
  const reader = kind.format === 'jsonl' ? 'json' : 'csv';
  const records = kind.format === 'jsonl' ? ['            for line in file:', '                yield json.loads(line)'] : ['            yield from csv.DictReader(file)'];
  return [
    ...{ none: [], zip: [], gz: ['import gzip'], zst: ['import io'] }[kind.compression],
    `import ${reader}`,
    ...(kind.compression === 'zst' ? ['import zstandard  # pip install zstandard'] : []),
    '',
    ...files,
    '',
    'def lines(name):',
    ...opening(kind.compression),
    '',
    'def records():',
    '    for name in files:',
    '        with lines(name) as file:',
    ...records,
    '',
    'print(sum(1 for record in records()))',
  ];
}

function opening(compression: FileKind['compression']): string[] {
  switch (compression) {
    case 'gz':
      return ['    return gzip.open(name, "rt", encoding="utf-8", newline="")'];
    case 'zst':
      return [
        '    plain = zstandard.ZstdDecompressor().stream_reader(open(name, "rb"), read_across_frames=True)',
        '    return io.TextIOWrapper(plain, encoding="utf-8", newline="")',
      ];
    default:
      return ['    return open(name, encoding="utf-8", newline="")'];
  }
}

/** `openssl cms` finds out by itself whether the file is enveloped or authenticated; S/MIME wrapping has another ending. */
function decryption(name: string): string {
  const form = name.toLowerCase().endsWith('.smime') ? 'SMIME' : 'DER';
  return `openssl cms -decrypt -inform ${form} -inkey key.pem -in ${shell(name)} -out ${shell(withoutEncryption(name))}`;
}

function withoutEncryption(name: string): string {
  return name.replace(/\.(p7m|smime)$/i, '');
}

function tableOf(type: string | null): string {
  return `${(type ?? 'record').toLowerCase().replace(/[^a-z0-9_]/g, '_')}s`;
}

function sql(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function json(text: string): string {
  return JSON.stringify(text);
}
