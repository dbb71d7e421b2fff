// Runs the SQL of a file with DuckDB, in the working directory, and prints what its last statement answers.
//
//   node duckdb.mjs FILE
import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';

const sql = await readFile(process.argv[2], 'utf8');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const answer = await connection.runAndReadAll(sql);
for (const row of answer.getRows()) {
  console.log(row.join('\t'));
}
