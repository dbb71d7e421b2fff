// Loads Longshore's exports into PostgreSQL as their events arrive. Each event is applied once, whatever happens:
//
// - the event's identity (ce_id) and its records commit in one transaction, and the Kafka offset after that. A crash in
//   between brings the event again, and its identity is found;
// - manifest and files are checked by SHA-256 within that transaction: nothing of a damaged export is loaded;
// - of two versions of a record the later outcome's stays, so the order of events does not matter.
//
// usage: node consumer.mjs BOOTSTRAP_SERVERS REGISTRY_URL TOPIC STORE_FOLDER [IDLE_SECONDS]
//   The database is named by PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD; its tables are made by ../schema.sql.
//   With IDLE_SECONDS it ends when no event has come for so long.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import kafkajs from 'kafkajs';
import registryClient from '@kafkajs/confluent-schema-registry';
import pg from 'pg';

const { Kafka, logLevel } = kafkajs;
const { SchemaRegistry } = registryClient;

const [servers, registryUrl, topic, store, idleSeconds] = process.argv.slice(2);
const RECORDS_AT_ONCE = 500;
const KEYS = { INTERACTION: 'ixnId', CONTACT: 'ContactId' };

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
/** ISO 8601 with microseconds. */
const instant = (micros) => {
  const millis = new Date(Math.floor(Number(micros) / 1000)).toISOString();
  return millis.replace('Z', `${String(Number(micros) % 1000).padStart(3, '0')}Z`);
};

/** The manifest, once it is what the event says it is. */
async function readManifest(event) {
  const bytes = await readFile(join(store, event.manifest.location));
  if (sha256(bytes) !== event.manifest.sha256) throw new Error(`${event.manifest.location}: not the manifest that the event names`);
  return JSON.parse(bytes);
}

/** Loads one file and then compares what was read with the manifest; the caller's transaction takes it back if they differ. */
async function loadFile(database, event, folder, file) {
  if (event.format !== 'JSON_LINES' || event.compression !== 'NONE' || event.encryption !== null) {
    throw new Error(`this example reads plain JSON Lines, not ${event.format} ${event.compression} ${event.encryption}`);
  }
  const digest = createHash('sha256');
  const content = createReadStream(join(store, folder, file.name));
  content.on('data', (chunk) => digest.update(chunk));
  let rows = 0;
  let batch = [];
  for await (const line of createInterface({ input: content, crlfDelay: Infinity })) {
    batch.push(line);
    rows += 1;
    if (batch.length === RECORDS_AT_ONCE) {
      await loadRecords(database, event, batch);
      batch = [];
    }
  }
  await loadRecords(database, event, batch);
  if (digest.digest('hex') !== file.sha256) throw new Error(`${file.name}: SHA-256 differs from the manifest`);
  if (rows !== file.rows) throw new Error(`${file.name}: ${rows} records where the manifest says ${file.rows}`);
  return rows;
}

async function loadRecords(database, event, lines) {
  const ids = lines.map((line) => JSON.parse(line)[KEYS[event.dataset.type]]);
  await database.query(
    `INSERT INTO exported_record (type, record_id, occurred_at, content)
     SELECT $1, record_id, $2, content::jsonb FROM unnest($3::text[], $4::text[]) AS new (record_id, content)
     ON CONFLICT (type, record_id) DO UPDATE
     SET occurred_at = excluded.occurred_at, content = excluded.content
     WHERE excluded.occurred_at > exported_record.occurred_at`,
    [event.dataset.type, instant(event.occurredAt), ids, lines],
  );
}

/** Applies an event, unless it was applied before. */
async function apply(database, event) {
  await database.query('BEGIN');
  try {
    const { rowCount } = await database.query(
      `INSERT INTO outcome (event_id, job_id, sequence, run_id, previous_run_id, outcome, occurred_at, records)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (event_id) DO NOTHING`,
      [event.eventId, event.job.id, event.sequence, event.run.id, event.previousRunId, event.outcome, instant(event.occurredAt), event.totals.rows],
    );
    if (rowCount === 1 && event.manifest !== null) {
      const manifest = await readManifest(event);
      let rows = 0;
      for (const file of manifest.files) rows += await loadFile(database, event, dirname(event.manifest.location), file);
      if (rows !== Number(event.totals.rows)) throw new Error(`${rows} records where the event says ${event.totals.rows}`);
    }
    await database.query('COMMIT');
    return rowCount === 1 ? 'applied' : 'duplicate';
  } catch (error) {
    await database.query('ROLLBACK');
    throw error;
  }
}

const database = new pg.Client();
await database.connect();
const registry = new SchemaRegistry({ host: registryUrl });
const kafka = new Kafka({ clientId: 'reference-consumer', brokers: servers.split(','), logLevel: logLevel.NOTHING, retry: { retries: 3 } });
const consumer = kafka.consumer({ groupId: `reference-node-${topic}`, sessionTimeout: 10_000, heartbeatInterval: 1_000 });

let timer;
let end;
const ended = new Promise((resolve, reject) => {
  end = { resolve, reject };
});
const restartTimer = () => {
  clearTimeout(timer);
  if (idleSeconds) timer = setTimeout(() => end.resolve(), Number(idleSeconds) * 1000);
};
consumer.on(consumer.events.GROUP_JOIN, restartTimer);
consumer.on(consumer.events.CRASH, ({ payload }) => end.reject(payload.error));

await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({
  autoCommit: false,
  eachMessage: async ({ partition, message }) => {
    clearTimeout(timer);
    const event = await registry.decode(message.value);
    const outcome = await apply(database, event);
    console.log(`${outcome} ${event.eventId} ${event.outcome} job=${event.job.id} sequence=${event.sequence} records=${event.totals.rows}`);
    await consumer.commitOffsets([{ topic, partition, offset: String(Number(message.offset) + 1) }]);
    restartTimer();
  },
});

try {
  await ended;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
  await consumer.disconnect();
  await database.end();
}
