// Judges a delivery by the reference library of Standard Webhooks, and prints the event's identity when its signature and
// timestamp are good. Ends with 1 and the reason when they are not.
//
// usage: node verify-webhook.mjs SECRET DELIVERY_FILE
//   DELIVERY_FILE is JSON: {"headers": {...}, "body": "..."}
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';

const [secret, file] = process.argv.slice(2);
const { headers, body } = JSON.parse(readFileSync(file, 'utf8'));
try {
  console.log(new Webhook(secret).verify(body, headers).id);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
