// The shapes of the REST contract, made from the committed OpenAPI documents in docs/api.
//
//   node api-types.mjs           writes src/api/generated/*.ts anew
//   node api-types.mjs --check   fails when they are not what the documents say
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const documents = new URL('../../docs/api/', import.meta.url);
const target = new URL('src/api/generated/', import.meta.url);
const check = process.argv.includes('--check');

let stale = false;
mkdirSync(target, { recursive: true });
for (const name of readdirSync(documents).filter((file) => file.endsWith('.json')).sort()) {
  const file = new URL(name.replace(/\.json$/, '.ts'), target);
  const head = `// Made from docs/api/${name} by "npm run api-types"; do not edit.\n\n`;
  const wanted = head + astToString(await openapiTS(new URL(name, documents), { alphabetize: true, silent: true }));
  const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (present !== wanted) {
    stale = true;
    if (check) {
      console.error(`src/api/generated/${name.replace(/\.json$/, '.ts')} is not what docs/api/${name} says: run "npm run api-types" in web-console/ui, then mend what the compiler finds`);
    } else {
      writeFileSync(file, wanted);
    }
  }
}
process.exit(check && stale ? 1 : 0);
