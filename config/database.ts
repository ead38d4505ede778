import path from 'node:path';
import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** What better-sqlite3 gives a connection when it is opened, as far as it is needed here. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

const sqlite = (env: Env) => ({
  client: 'sqlite',
  connection: {
    // Absolute paths stay as they are; relative ones start at the project folder, from source and from dist alike.
    filename: path.resolve(process.cwd(), env('DATABASE_FILENAME', '.tmp/data.db')),
  },
  useNullAsDefault: true,
  pool: {
    // A transaction that changes more pages than the cache holds writes them out, each time with a wait for the disk.
    afterCreate(connection: SqliteConnection, done: (error: Error | null, made: unknown) => void) {
      connection.pragma(`cache_size = ${-1024 * env.int('DATABASE_CACHE_MB', 64)}`);
      done(null, connection);
    },
  },
});

const postgres = (env: Env) => ({
  client: 'postgres',
  connection: {
    ...(env('DATABASE_URL')
      ? { connectionString: env('DATABASE_URL') }
      : {
          host: env('DATABASE_HOST', '127.0.0.1'),
          port: env.int('DATABASE_PORT', 5432),
          database: env('DATABASE_NAME', 'contacts'),
          user: env('DATABASE_USERNAME', 'contacts'),
          password: env('DATABASE_PASSWORD', ''),
        }),
    schema: env('DATABASE_SCHEMA', 'public'),
    ssl: env.bool('DATABASE_SSL', false)
      ? { rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true) }
      : false,
  },
  pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
});

const config = ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (client !== 'sqlite' && client !== 'postgres') {
    throw new Error(`DATABASE_CLIENT is "${client}": use "sqlite" or "postgres".`);
  }
  return { connection: client === 'sqlite' ? sqlite(env) : postgres(env) };
};

export default config;
