/** The little of `better-sqlite3` that benchmarks and tests use; the package ships no types of its own. */
declare module 'better-sqlite3' {
  export interface Statement {
    run(...values: unknown[]): { changes: number; lastInsertRowid: number | bigint };
    // Rows are what the statement selects; each caller knows its own.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    all(...values: unknown[]): any[];
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    get(...values: unknown[]): any;
  }
  export default class Database {
    constructor(filename: string, options?: { readonly?: boolean; fileMustExist?: boolean });
    prepare(sql: string): Statement;
    exec(sql: string): this;
    pragma(text: string): unknown;
    transaction(work: () => void): () => void;
    close(): void;
  }
}
