import { Stop } from './say.mjs';

/** @typedef {{ email: string, password: string, firstname: string, lastname: string }} NewAccount */

/** An answer other than 2xx. */
export class Refused extends Error {
  /** @param {string} what @param {number} status @param {any} body */
  constructor(what, status, body) {
    super(`${what} answered ${status}: ${body?.error?.message ?? JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/**
 * The admin API as one signed-in person, or as nobody.
 * @param {string} url such as http://127.0.0.1:1337
 * @param {string} [token]
 */
export function createAdminClient(url, token) {
  /**
   * @param {string} method @param {string} path @param {object | FormData} [body]
   * @returns {Promise<any>} the answer's JSON
   */
  const send = async (method, path, body) => {
    const isForm = body instanceof FormData;
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    const json =
      text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    if (!answer.ok) throw new Refused(`${method} ${path}`, answer.status, json);
    return json;
  };
  return {
    url,
    token,
    /** @param {string} path */
    get: (path) => send('GET', path),
    /** @param {string} path @param {object | FormData} [body] */
    post: (path, body) => send('POST', path, body),
    /** @param {string} path @param {object} [body] */
    put: (path, body) => send('PUT', path, body),
    /** @param {string} path */
    delete: (path) => send('DELETE', path),
  };
}

/** @typedef {ReturnType<typeof createAdminClient>} AdminClient */

/** Whether somebody has registered the first administrator already. @param {string} url */
export async function hasAdministrator(url) {
  return Boolean((await createAdminClient(url).get('/admin/init')).data.hasAdmin);
}

/** @param {string} url @param {NewAccount} account @returns {Promise<AdminClient>} signed in as that first administrator */
export async function registerFirstAdmin(url, { email, password, firstname, lastname }) {
  const body = { email, password, firstname, lastname };
  const answer = await createAdminClient(url).post('/admin/register-admin', body);
  return createAdminClient(url, answer.data.token);
}

/**
 * @param {string} url @param {{ email: string, password: string }} account
 * @returns {Promise<AdminClient | undefined>} undefined when the password is not (or no longer) right
 */
export async function signIn(url, { email, password }) {
  try {
    const answer = await createAdminClient(url).post('/admin/login', { email, password });
    return createAdminClient(url, answer.data.token);
  } catch (error) {
    if (error instanceof Refused && error.status === 400) return undefined;
    throw error;
  }
}

/**
 * @param {AdminClient} owner @param {NewAccount} account
 * @param {string} roleCode such as `contacts-agent`
 */
export async function addAdmin(owner, { email, password, firstname, lastname }, roleCode) {
  const roles = (await owner.get('/admin/roles')).data;
  const role = roles.find((/** @type {{ code: string }} */ entry) => entry.code === roleCode);
  if (!role) throw new Stop(`There is no role "${roleCode}" on this server.`);
  const user = { email, firstname, lastname, roles: [role.id] };
  const { data } = await owner.post('/admin/users', user);
  await owner.put(`/admin/users/${data.id}`, { password, isActive: true });
}
