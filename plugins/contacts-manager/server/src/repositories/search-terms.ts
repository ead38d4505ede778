import type { Knex } from 'knex';
import { readCountry } from '../../../shared/phone';
import { isNumberSearch, searchTerms, type SearchTerm } from '../../../shared/search';
import { loadSettings } from './settings';

/** A search as terms; numbers without country code are of the country that the settings say. */
export async function readSearch(knex: Knex, search: string): Promise<SearchTerm[]> {
  if (!isNumberSearch(search)) return searchTerms(search);
  return searchTerms(search, readCountry((await loadSettings(knex)).defaultCountry));
}
