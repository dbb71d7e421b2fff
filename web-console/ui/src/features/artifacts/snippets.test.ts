import { describe, expect, it } from 'vitest';
import { kindOf, snippetFor } from './snippets';

function file(name: string) {
  return { name, kind: 'FILE' as const, type: 'INTERACTION' };
}

const MANIFEST = { name: 'manifest.json', kind: 'MANIFEST' as const, type: 'INTERACTION' };
const SPLIT = [file('all-interaction-20261123T140000Z-0001-of-0002.jsonl.zst'), file('all-interaction-20261123T140000Z-0002-of-0002.jsonl.zst')];

describe('the kind of a file', () => {
  it.each([
    ['a.jsonl', { format: 'jsonl', compression: 'none', encrypted: false }],
    ['a.csv.gz', { format: 'csv', compression: 'gz', encrypted: false }],
    ['a.jsonl.zip.p7m', { format: 'jsonl', compression: 'zip', encrypted: true }],
    ['a.parquet', { format: 'parquet', compression: 'none', encrypted: false }],
    ['manifest.json', null],
    ['SHA256SUMS', null],
  ])('%s', (name, kind) => {
    expect(kindOf(name)).toEqual(kind);
  });
});

describe('lines that load files', () => {
  it('name exactly the files that were selected', () => {
    const { code } = snippetFor('duckdb', [...SPLIT, MANIFEST]) ?? { code: '' };
    expect(code).toBe(`CREATE TABLE interactions AS
SELECT * FROM read_json([
  'all-interaction-20261123T140000Z-0001-of-0002.jsonl.zst',
  'all-interaction-20261123T140000Z-0002-of-0002.jsonl.zst'
], format = 'newline_delimited', maximum_object_size = 268435456);
SELECT count(*) FROM interactions;`);
  });

  it('take JSON into PostgreSQL as it is, backslashes and all', () => {
    const { code } = snippetFor('postgresql', SPLIT) ?? { code: '' };
    expect(code).toContain('psql -c "CREATE TABLE interactions (record jsonb NOT NULL)"');
    expect(code).toContain(`zstd -dc "$file" | psql -v ON_ERROR_STOP=1 -c "\\copy interactions (record) FROM pstdin WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')"`);
  });

  it('open what is compressed in Python', () => {
    expect(snippetFor('python', [file('a.jsonl.gz')])?.code).toContain('gzip.open(name, "rt"');
    expect(snippetFor('python', SPLIT)?.code).toContain('read_across_frames=True');
    expect(snippetFor('python', [file('a.csv')])?.code).toContain('csv.DictReader(file)');
  });

  it('decrypt and unpack first', () => {
    const snippet = snippetFor('duckdb', [file('a.jsonl.zip.p7m')]);
    expect(snippet).toMatchObject({ needsDecryption: true, needsUnpacking: true });
    expect(snippet?.code.split('\n').slice(0, 5)).toEqual([
      '-- in a shell, first:',
      "-- openssl cms -decrypt -inform DER -inkey key.pem -in 'a.jsonl.zip.p7m' -out 'a.jsonl.zip'",
      "-- unzip -o 'a.jsonl.zip'",
      '',
      'CREATE TABLE interactions AS',
    ]);
    expect(snippetFor('postgresql', [file('a.jsonl.p7m')])?.code.startsWith('openssl cms')).toBe(true);
  });

  it('cannot be broken out of by a name', () => {
    expect(snippetFor('duckdb', [file("a'; DROP TABLE x; --.jsonl")])?.code).toContain("'a''; DROP TABLE x; --.jsonl'");
    expect(snippetFor('postgresql', [file("a'$(id).jsonl")])?.code).toContain(`'a'\\''$(id).jsonl'`);
    expect(snippetFor('python', [file('a"\n.jsonl')])?.code).toContain('"a\\"\\n.jsonl"');
  });

  it('keep apart what does not go into one table', () => {
    const contact = { name: 'c.jsonl', kind: 'FILE' as const, type: 'CONTACT' };
    const code = snippetFor('duckdb', [file('a.jsonl'), contact, file('b.jsonl')])?.code ?? '';
    expect(code).toContain("'a.jsonl',\n  'b.jsonl'\n");
    expect(code.match(/CREATE TABLE \w+/g)).toEqual(['CREATE TABLE interactions', 'CREATE TABLE contacts']);
  });

  it('are none for a manifest alone', () => {
    expect(snippetFor('python', [MANIFEST])).toBeNull();
  });
});
