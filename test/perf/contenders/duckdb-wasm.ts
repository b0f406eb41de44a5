import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import type { Contender } from '../contender.ts';
import { toAnswer, toDuckSql } from './sql.ts';

const require = createRequire(import.meta.url);

/** DuckDB in WebAssembly, as a page would use it; one thread. */
export const duckdbWasm: Contender = {
  name: 'DuckDB-wasm',
  load: async ({ person, kind, seconds, source }) => {
    const duckdb = await import('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
    const home = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs'));
    const bundle = { mainModule: join(home, 'duckdb-eh.wasm'), mainWorker: '' };
    const database = await duckdb.createDuckDB(
      { mvp: bundle, eh: bundle },
      new duckdb.VoidLogger(),
      duckdb.NODE_RUNTIME,
    );
    await database.instantiate(() => {});
    const connection = database.connect();
    const bytes = tableToIPC(tableFromArrays({ person, kind, seconds, source }), 'stream');
    connection.insertArrowFromIPCStream(bytes, { name: 'events', create: true });
    return {
      answer: ({ sources }) => {
        const table = connection.query(toDuckSql(sources));
        return toAnswer(table.getChild('person')!.toArray(), table.getChild('level')!.toArray());
      },
      close: () => connection.close(),
    };
  },
};
