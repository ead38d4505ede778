import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { actionId, type Permission } from '../../../shared/permissions';
import { SYSTEM_ACTOR, type Actor } from '../domain/actor';

/** What Strapi's authentication leaves on a request. */
interface RequestAuth {
  strategy: { name: string };
  credentials: unknown;
}

/** Strapi's own service of that name. */
interface Authentication {
  verify(auth: RequestAuth, config: { scope: string[] }): Promise<void>;
}

interface Account {
  id?: string | number;
  name?: string | null;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  email?: string | null;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isRequestAuth = (value: unknown): value is RequestAuth =>
  isObject(value) && 'strategy' in value && isObject(value.strategy) && 'name' in value.strategy;

const isAccount = (value: unknown): value is Account => isObject(value) && 'id' in value;

const nameOf = (account: Account): string | null =>
  account.name ||
  [account.firstname, account.lastname].filter(Boolean).join(' ') ||
  account.username ||
  account.email ||
  null;

const ACTOR_TYPES: Record<string, Actor['type']> = {
  admin: 'admin',
  'admin-token': 'api-token',
  'content-api-token': 'api-token',
  'users-permissions': 'user',
};

/** The account or token behind a request; the system where there is no request. */
export function actorOf(ctx: Pick<Context, 'state'> | undefined): Actor {
  const auth: unknown = ctx?.state.auth;
  if (!isRequestAuth(auth)) return SYSTEM_ACTOR;
  const type = ACTOR_TYPES[auth.strategy.name] ?? 'user';
  if (!isAccount(auth.credentials)) return { type, id: null, name: null };
  const { id } = auth.credentials;
  return { type, id: id === undefined ? null : String(id), name: nameOf(auth.credentials) };
}

interface Ability {
  can(action: string, subject?: string): boolean;
}
export const isAbility = (value: unknown): value is Ability =>
  isObject(value) && 'can' in value && typeof value.can === 'function';

/** Whether a signed-in administrator has a right. */
export function hasRight(ctx: Pick<Context, 'state'>, permission: Permission): boolean {
  const ability: unknown = ctx.state.userAbility;
  return isAbility(ability) && ability.can(actionId(permission));
}

const CONTACT = 'api::contact.contact';

/** Whether the caller may see other contacts, and so the owner of a number that is taken. */
export async function mayReadContacts(
  strapi: Core.Strapi,
  ctx: Pick<Context, 'state'> | undefined,
): Promise<boolean> {
  const ability: unknown = ctx?.state.userAbility;
  if (isAbility(ability)) {
    return (
      ability.can(actionId('read')) || ability.can('plugin::content-manager.explorer.read', CONTACT)
    );
  }
  return hasScope(strapi, ctx, `${CONTACT}.find`);
}

/** Whether the caller may archive: by their right, or as an application by the scope of that route. */
export async function mayArchive(
  strapi: Core.Strapi,
  ctx: Pick<Context, 'state'>,
): Promise<boolean> {
  const ability: unknown = ctx.state.userAbility;
  if (isAbility(ability)) return ability.can(actionId('archive'));
  return hasScope(strapi, ctx, 'plugin::contacts-manager.contact.archive');
}

/** Whether a token or user of the content API reaches what this action does. */
async function hasScope(
  strapi: Core.Strapi,
  ctx: Pick<Context, 'state'> | undefined,
  scope: string,
): Promise<boolean> {
  const auth: unknown = ctx?.state.auth;
  if (!isRequestAuth(auth)) return false;
  try {
    const authentication: Authentication = strapi.get('auth');
    await authentication.verify(auth, { scope: [scope] });
    return true;
  } catch (error) {
    // "May not" is an answer here; anything else is a fault and must not look like one.
    if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) {
      return false;
    }
    throw error;
  }
}
