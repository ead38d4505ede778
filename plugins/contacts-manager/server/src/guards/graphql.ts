import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { readDatabaseError } from './database-errors';
import { refuseEarly, reportRefusal } from './graphql-limits';

/** The product's own records have no place in GraphQL, whatever token asks. */
const HIDDEN_TYPES = ['plugin::contacts-manager.operation', 'plugin::contacts-manager.import'];

interface GraphqlExtensionService {
  shadowCRUD(uid: string): { disable(): void };
}

/** Apollo wraps what a resolver threw. */
const unwrap = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? error.originalError : error;

/** Strapi's errors, whose details it leaves untyped. */
interface KnownError {
  name: string;
  message: string;
  details?: unknown;
}

const codeOf = (error: KnownError): string => {
  if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) {
    return 'FORBIDDEN';
  }
  if (error instanceof errors.ValidationError) return 'BAD_USER_INPUT';
  return `STRAPI_${error.name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()}`;
};

/**
 * Strapi's own formatter keeps the message of unforeseen errors in `extensions.error`, and a message of
 * the database holds SQL and values. This one answers Strapi's errors as Strapi does, a value the
 * database cannot read as bad input, and everything else with no detail at all.
 */
export function createErrorFormatter(strapi: Pick<Core.Strapi, 'log'>) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrap(error);
    const answer = (code: string, { name, message, details }: KnownError) => ({
      ...formatted,
      message,
      extensions: {
        ...formatted.extensions,
        stacktrace: undefined,
        error: { name, message, details },
        code,
      },
    });
    if (original instanceof errors.ApplicationError) {
      const known: KnownError = original;
      return answer(codeOf(known), known);
    }
    if (original instanceof errors.HttpError) {
      const { name, message, details }: KnownError = original;
      return {
        ...formatted,
        message,
        extensions: { error: { name, message, details }, code: name },
      };
    }
    if (original instanceof GraphQLError) return formatted;
    if (readDatabaseError(original)?.kind === 'value-invalid') {
      return answer('BAD_USER_INPUT', new errors.ValidationError('A value is not accepted here.'));
    }
    strapi.log.error(original);
    return {
      message: 'Internal Server Error',
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
}

/** Runs in `register`, before the GraphQL plugin builds its schema and server in `bootstrap`. */
export function hardenGraphql(strapi: Core.Strapi): void {
  const plugin = strapi.plugins.graphql;
  if (!plugin) return;
  const extension: GraphqlExtensionService = plugin.service('extension');
  for (const uid of HIDDEN_TYPES) extension.shadowCRUD(uid).disable();
  const apollo = strapi.config.get<object>('plugin::graphql.apolloServer', {});
  strapi.config.set('plugin::graphql.apolloServer', {
    ...apollo,
    // Both come to Strapi's own, which stay.
    validationRules: [reportRefusal],
    plugins: [refuseEarly],
    formatError: createErrorFormatter(strapi),
  });
}
