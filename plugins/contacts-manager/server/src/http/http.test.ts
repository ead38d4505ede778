import { errors } from '@strapi/utils';
import { z } from 'zod';
import { ERRORS, fieldError, refuseFields, Refusal } from '../../../shared/errors';
import { readRefusal, toStrapiError } from './errors';
import { parseInput, parseQuery } from './parse';
import { actorOf } from './request-actor';

const refusalOf = (run: () => unknown): Refusal => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
};

describe('input', () => {
  const schema = z.object({
    name: z.string({ error: 'name.invalid' }),
    list: z.array(z.object({ n: z.number() })).optional(),
    groups: z.union([z.string(), z.array(z.string())]).optional(),
  });

  test('is refused with every problem by path; codes of the schema stay', () => {
    const { code, errors: problems } = refusalOf(() => parseInput(schema, { list: [{ n: 'x' }] }));
    expect(code).toBe('request.invalid');
    expect(problems.map(({ path, code: each }) => [path, each])).toEqual([
      [['name'], 'name.invalid'],
      [['list', 0, 'n'], 'request.invalid'],
    ]);
    expect(problems[0]?.message).toBe(ERRORS['name.invalid']);
  });

  test('lists of a query may come as qs writes long ones', () => {
    expect(parseQuery(schema, { name: 'x', groups: { 0: 'a', 1: 'b' } }).groups).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('a refusal', () => {
  const owner = { documentId: 'asha', name: 'Asha Rao', contactStatus: 'active' };
  const taken = refuseFields([{ ...fieldError(['primaryContact'], 'phone.taken'), owner }]);

  test('of a field is a ValidationError that the Content Manager can show', () => {
    const error = toStrapiError(taken);
    expect(error).toBeInstanceOf(errors.ValidationError);
    expect(error.details).toEqual({
      code: 'phone.taken',
      errors: [
        {
          path: ['primaryContact'],
          code: 'phone.taken',
          message: ERRORS['phone.taken'],
          name: 'ValidationError',
          owner,
        },
      ],
    });
    expect(readRefusal(error)).toMatchObject({ code: 'phone.taken', errors: [{ owner }] });
    expect(readRefusal(new errors.ValidationError('other'))).toBeNull();
    expect(readRefusal(new Error('other'))).toBeNull();
  });

  test('of the record an address names is a NotFoundError, inside a form it is not', () => {
    expect(toStrapiError(new Refusal('category.not-found'))).toBeInstanceOf(errors.NotFoundError);
    const inForm = refuseFields([fieldError(['category'], 'category.not-found')]);
    expect(toStrapiError(inForm)).toBeInstanceOf(errors.ValidationError);
  });
});

describe('who asks', () => {
  const ctx = (name: string, credentials: unknown) => ({
    state: { auth: { strategy: { name }, credentials } },
  });
  test.each([
    [undefined, { type: 'system', id: null, name: null }],
    [{ state: {} }, { type: 'system', id: null, name: null }],
    [
      ctx('admin', { id: 3, firstname: 'Asha', lastname: null, email: 'a@example.com' }),
      { type: 'admin', id: '3', name: 'Asha' },
    ],
    [
      ctx('users-permissions', { id: 4, username: 'chat' }),
      { type: 'user', id: '4', name: 'chat' },
    ],
    [ctx('users-permissions', undefined), { type: 'user', id: null, name: null }],
    [
      ctx('content-api-token', { id: 5, name: 'Broadcasts' }),
      { type: 'api-token', id: '5', name: 'Broadcasts' },
    ],
  ])('%# is told from what authentication left', (request, actor) => {
    expect(actorOf(request)).toEqual(actor);
  });
});
