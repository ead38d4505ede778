import type { z } from 'zod';
import {
  ERRORS,
  fieldError,
  Refusal,
  type ErrorCode,
  type FieldError,
} from '../../../shared/errors';

const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(ERRORS, text);

/** Schemas of `shared/` carry codes as messages; zod's own words explain the rest. */
function problemOf(issue: z.core.$ZodIssue): FieldError {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
  return isErrorCode(issue.message)
    ? fieldError(path, issue.message)
    : fieldError(path, 'request.invalid', issue.message);
}

/** The parsed value, or a refusal that lists every problem by path. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(problemOf);
  throw new Refusal('request.invalid', problems);
}

/** qs turns a list of more than 100 repeated keys into `{ '0': …, '1': … }`. */
const listOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.values(value)
    : value;

/** A flat query string, whose only structure is repeated keys. */
export const parseQuery = <S extends z.ZodType>(schema: S, query: object): z.output<S> =>
  parseInput(
    schema,
    Object.fromEntries(Object.entries(query).map(([key, value]) => [key, listOf(value)])),
  );
