// Validates an AsyncAPI 3.0.0 document against the schema that the AsyncAPI initiative publishes, and prints how many
// messages it describes. Ends with 1 and every error when it is not valid.
//
// usage: node validate-asyncapi.mjs DOCUMENT
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import ajvModule from 'ajv';
import formatsModule from 'ajv-formats';

const require = createRequire(import.meta.url);
// The variant that validators other than AsyncAPI's own can load: the full one defines draft 7 of JSON Schema twice.
const schema = require('@asyncapi/specs/schemas/3.0.0-without-$id.json');
const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const ajv = new ajvModule.default({ allErrors: true, strict: false, unicodeRegExp: false });
formatsModule.default(ajv);
const validate = ajv.compile(schema);
if (!validate(document)) {
  for (const error of validate.errors) console.error(`${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
  process.exit(1);
}
console.log(Object.keys(document.components.messages).length);
