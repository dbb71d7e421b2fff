// A downstream system in small: reads a topic from its beginning with libraries that are not Longshore's and prints one
// JSON line per message: {"partition", "offset", "key", "headers", "value"}. Ends after COUNT messages. With a READER_SCHEMA
// (a file) it reads every message as a program does that knows only that version of the schema.
//
// usage: node consume.mjs BOOTSTRAP_SERVERS REGISTRY_URL TOPIC COUNT [READER_SCHEMA]
import { readFileSync } from 'node:fs';
import kafkajs from 'kafkajs';
import registryClient from '@kafkajs/confluent-schema-registry';

const { Kafka, logLevel } = kafkajs;
const { SchemaRegistry } = registryClient;

const [servers, registryUrl, topic, count, readerSchema] = process.argv.slice(2);
let left = Number(count);
const decoding = readerSchema ? { AVRO: { readerSchema: JSON.parse(readFileSync(readerSchema, 'utf8')) } } : undefined;

const registry = new SchemaRegistry({ host: registryUrl });
const kafka = new Kafka({ clientId: 'stock-client', brokers: servers.split(','), logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `stock-client-${process.pid}` });

let finish;
const finished = new Promise((resolve, reject) => {
  finish = { resolve, reject };
});
consumer.on(consumer.events.CRASH, ({ payload }) => finish.reject(payload.error));

await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ partition, message }) => {
    if (left <= 0) return;
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value.toString('utf8')]));
    const value = await registry.decode(message.value, decoding);
    console.log(JSON.stringify({ partition, offset: message.offset, key: message.key?.toString('utf8') ?? null, headers, value }));
    left -= 1;
    if (left === 0) finish.resolve();
  },
});

try {
  await finished;
} finally {
  await consumer.disconnect();
}
