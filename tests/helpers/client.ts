import request, { type Test } from 'supertest';

/** One caller of the server over HTTP. Paths start with a slash. */
export interface Client {
  get(path: string): Test;
  post(path: string, body?: object): Test;
  put(path: string, body?: object): Test;
  patch(path: string, body?: object): Test;
  delete(path: string): Test;
  graphql(query: string, variables?: Record<string, unknown>): Test;
}

export function createClient(url: string, token?: string): Client {
  const agent = request(url);
  const signed = (test: Test) => (token ? test.set('Authorization', `Bearer ${token}`) : test);
  const withBody = (test: Test, body?: object) => (body ? signed(test).send(body) : signed(test));
  return {
    get: (path) => signed(agent.get(path)),
    post: (path, body) => withBody(agent.post(path), body),
    put: (path, body) => withBody(agent.put(path), body),
    patch: (path, body) => withBody(agent.patch(path), body),
    delete: (path) => signed(agent.delete(path)),
    graphql: (query, variables) => withBody(agent.post('/graphql'), { query, variables }),
  };
}
