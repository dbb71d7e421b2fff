import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Code and styles are compressed here, once and well, and not by the console for each browser: it serves what lies beside. */
export const compressed = {
  name: 'compressed',
  apply: 'build',
  // From what was written: until then other plugins put in what they know last.
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))) {
      const file = join(dir, name);
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    }
  },
};
