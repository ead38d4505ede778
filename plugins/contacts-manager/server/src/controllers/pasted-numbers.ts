import type { Core } from '@strapi/strapi';
import {
  pastedNumbersBody,
  type PastedNumbersAnswer,
} from '../../../shared/contracts/pasted-numbers';
import { defaultCountryOf } from '../guards/document-middleware';
import { endpoint } from '../http/endpoint';
import { parseInput } from '../http/parse';
import { findPastedNumbers } from '../services/pasted-numbers';

/** Numbers somebody pasted, to put the people who have them into a group. */
export const pastedNumbers = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: endpoint((ctx): Promise<PastedNumbersAnswer> => {
    const body = parseInput(pastedNumbersBody, ctx.request.body);
    return findPastedNumbers(strapi, body, defaultCountryOf(strapi));
  }),
});
