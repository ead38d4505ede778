import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { Client } from './client';
import { idsOf, ROOT } from './directory';

/** What stands in the address of a list; several values of one key repeat it. */
export type Query = Record<string, string | string[]>;

export const queryString = (query: Query): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => [value].flat().map((item) => [key, item])),
  ).toString();

/** The ids of everybody who matches, by all pages, sorted. */
export async function matchingIds(client: Client, query: Query): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const text = queryString({ ...query, pageSize: '100', page: String(page) });
    const { body } = await client.get(`${ROOT}/contacts?${text}`).expect(200);
    const results: ContactView[] = body.results;
    ids.push(...idsOf(results));
    expect(body.pagination).toMatchObject({ totalIsExact: true });
    if (page >= body.pagination.pageCount) {
      expect(body.pagination.total).toBe(ids.length);
      return ids.sort();
    }
  }
}
