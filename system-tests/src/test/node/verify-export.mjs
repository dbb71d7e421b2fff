// Reads an export as its recipient would, with nothing of Longshore's, and compares it with the rows of the source.
// Says {"files", "rows", "bytes"} when everything agrees; otherwise says what does not and ends with status 1.
//
// usage: node verify-export.mjs EXPORT_FOLDER ROWS_FILE
//   ROWS_FILE has one JSON object a line: the rows of the source, in the order in which the export must have them
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

const [folder, rowsFile] = process.argv.slice(2);
const COMPANIONS = ['SHA256SUMS', 'manifest.json'];

class Disagreement extends Error {}

function requireEqual(what, actual, expected) {
  if (!isDeepStrictEqual(actual, expected)) {
    throw new Disagreement(`${what}: ${JSON.stringify(actual)} where ${JSON.stringify(expected)} is right`);
  }
}

/** Lines without their line feed, as bytes: a line that is cut or lacks its line feed is an error. */
async function* linesOf(path, onChunk = () => {}) {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    onChunk(chunk);
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = rest.indexOf(10, start); end >= 0; end = rest.indexOf(10, start)) {
      yield rest.subarray(start, end);
      start = end + 1;
    }
    rest = rest.subarray(start);
  }
  if (rest.length > 0) throw new Disagreement(`${path} does not end with a line feed`);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function differenceOf(actual, expected) {
  const names = [...new Set([...Object.keys(actual), ...Object.keys(expected)])];
  return names.filter((name) => !isDeepStrictEqual(actual[name], expected[name]));
}

function compareRow(number, actual, expected) {
  requireEqual(`fields of row ${number}`, Object.keys(actual), Object.keys(expected));
  for (const name of differenceOf(actual, expected)) {
    requireEqual(`row ${number}, field ${name}`, actual[name], expected[name]);
  }
}

async function readFile(file, source, rowsBefore) {
  const sha256 = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  for await (const line of linesOf(`${folder}/${file.name}`, (chunk) => { sha256.update(chunk); bytes += chunk.length; })) {
    rows += 1;
    const expected = await source.next();
    if (expected.done) throw new Disagreement(`${file.name} has row ${rowsBefore + rows}, the source has not`);
    compareRow(rowsBefore + rows, JSON.parse(utf8.decode(line)), JSON.parse(utf8.decode(expected.value)));
  }
  requireEqual(`SHA-256 of ${file.name}`, sha256.digest('hex'), file.sha256);
  requireEqual(`bytes of ${file.name}`, bytes, file.bytes);
  requireEqual(`plain bytes of ${file.name}`, bytes, file.plainBytes);
  requireEqual(`plain SHA-256 of ${file.name}`, file.plainSha256, file.sha256);
  requireEqual(`rows of ${file.name}`, rows, file.rows);
  return { rows, bytes };
}

async function verify() {
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
  const listed = manifest.files.map((file) => file.name);
  requireEqual('files in the folder', readdirSync(folder).sort(), [...listed, ...COMPANIONS].sort());

  const source = linesOf(rowsFile)[Symbol.asyncIterator]();
  const seen = { files: 0, rows: 0, bytes: 0 };
  for (const file of manifest.files) {
    const { rows, bytes } = await readFile(file, source, seen.rows);
    seen.files += 1;
    seen.rows += rows;
    seen.bytes += bytes;
  }
  if (!(await source.next()).done) throw new Disagreement(`the source has more than the ${seen.rows} rows of the export`);
  requireEqual('totals', manifest.totals, { ...seen, plainBytes: seen.bytes });
  return seen;
}

try {
  console.log(JSON.stringify(await verify()));
} catch (error) {
  if (!(error instanceof Disagreement)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
