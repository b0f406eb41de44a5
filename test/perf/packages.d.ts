// What the contenders use of the bench's own packages, which are not installed where the project is checked.

declare module '@duckdb/node-api' {
  export const INTEGER: unique symbol;
  export const UTINYINT: unique symbol;
  export interface DuckDBAppender {
    appendDataChunk(chunk: DuckDBDataChunk): void;
    flushSync(): void;
    closeSync(): void;
  }
  export interface DuckDBConnection {
    run(sql: string): Promise<unknown>;
    runAndReadAll(sql: string): Promise<{ getColumns(): unknown[][] }>;
    createAppender(table: string): Promise<DuckDBAppender>;
    closeSync(): void;
  }
  export class DuckDBDataChunk {
    static create(types: readonly symbol[]): DuckDBDataChunk;
    setColumns(columns: readonly (readonly number[])[]): void;
  }
  export class DuckDBInstance {
    static create(path: string): Promise<DuckDBInstance>;
    connect(): Promise<DuckDBConnection>;
  }
}

declare module '@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs' {
  interface Column {
    toArray(): Int32Array;
  }
  interface Connection {
    insertArrowFromIPCStream(bytes: Uint8Array, options: { name: string; create: boolean }): void;
    query(sql: string): { getChild(name: string): Column | null };
    close(): void;
  }
  interface Bundle {
    mainModule: string;
    mainWorker: string;
  }
  interface Database {
    instantiate(onProgress: () => void): Promise<unknown>;
    connect(): Connection;
  }
  export class VoidLogger {}
  export const NODE_RUNTIME: symbol;
  export function createDuckDB(
    bundles: { mvp: Bundle; eh: Bundle },
    logger: VoidLogger,
    runtime: symbol,
  ): Promise<Database>;
}

declare module 'apache-arrow' {
  export interface Table {
    readonly numRows: number;
  }
  export function tableFromArrays(columns: Record<string, ArrayLike<number>>): Table;
  export function tableToIPC(table: Table, format: 'stream' | 'file'): Uint8Array;
}

declare module 'arquero' {
  // Expressions are read as text by Arquero, so their rows can be typed as the caller likes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  type Expression = (row: any, params: any) => unknown;
  export interface ColumnTable {
    params(values: Record<string, unknown>): ColumnTable;
    filter(test: Expression): ColumnTable;
    derive(columns: Record<string, Expression>): ColumnTable;
    select(...columns: (string | Record<string, string>)[]): ColumnTable;
    join(other: ColumnTable, key: string): ColumnTable;
    groupby(...columns: string[]): ColumnTable;
    rollup(columns: Record<string, Expression>): ColumnTable;
    reify(): ColumnTable;
    array(column: string): ArrayLike<unknown> & Iterable<unknown>;
  }
  export function table(columns: Record<string, ArrayLike<number>>): ColumnTable;
  export const op: {
    includes(list: readonly number[], value: number, from: number): boolean;
    min(value: number): number;
  };
}

declare module 'chdb' {
  export class Session {
    query(sql: string, format?: string): string;
    cleanup(): void;
  }
}
