import type { Core } from '@strapi/strapi';
import { fieldError, refuseFields } from '../../../shared/errors';
import { toStrapiError } from '../http/errors';
import { findQuickSearchConditions } from '../repositories/quick-search';
import { inTransaction } from '../repositories/transaction';

const CONTACT = 'api::contact.contact';

interface ReadEvent {
  action: string;
  params: { _q?: unknown; where?: unknown };
}

/**
 * Puts the product's search in the place of Strapi's `_q`, for REST, the Content Manager and relation
 * pickers: Strapi's own casts and scans every text column and can use no index.
 */
export function replaceQuickSearch(strapi: Core.Strapi): void {
  const replace = async ({ action, params }: ReadEvent) => {
    const { _q: search, where } = params;
    if (search === undefined || search === null) return;
    if (typeof search !== 'string') {
      throw toStrapiError(refuseFields([fieldError(['_q'], 'request.invalid')]));
    }
    delete params._q;
    const conditions = await inTransaction(strapi, (trx) =>
      findQuickSearchConditions(trx, search, { counting: action === 'beforeCount' }),
    );
    if (conditions.length > 0) params.where = { $and: [...(where ? [where] : []), ...conditions] };
  };
  strapi.db.lifecycles.subscribe({
    models: [CONTACT],
    beforeFindMany: replace,
    beforeFindOne: replace,
    beforeCount: replace,
  });
}
