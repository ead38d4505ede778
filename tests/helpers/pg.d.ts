/** The little of `pg` that tests, benchmarks and scripts use; the package ships no types of its own. */
declare module 'pg' {
  export interface QueryResult {
    // Rows are what the statement selects; each caller knows its own.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    rows: any[];
    rowCount: number | null;
  }
  export class Client {
    constructor(config: { connectionString: string });
    connect(): Promise<void>;
    query(sql: string, values?: unknown[]): Promise<QueryResult>;
    end(): Promise<void>;
    on(event: 'error', listener: (error: Error) => void): this;
  }
  const pg: { Client: typeof Client };
  export default pg;
}
