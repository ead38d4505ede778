import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import {
  EXPORT_TOTAL_HEADER,
  exportBody,
  exportFileName,
  type ExportFormat,
} from '../../../shared/contracts/exports';
import { endpoint } from '../http/endpoint';
import { parseInput } from '../http/parse';
import { breakOffOnError } from '../http/streams';
import { exportContacts } from '../services/export';

const CONTENT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  vcard: 'text/vcard; charset=utf-8',
} as const satisfies Record<ExportFormat, string>;

export const contactExports = ({ strapi }: { strapi: Core.Strapi }) => ({
  create: endpoint(async (ctx): Promise<Readable> => {
    const body = parseInput(exportBody, ctx.request.body);
    const { file, total } = await exportContacts(strapi, body);
    breakOffOnError(ctx, file);
    ctx.attachment(exportFileName(body.format, new Date()));
    if (total !== null) ctx.set(EXPORT_TOTAL_HEADER, String(total));
    ctx.type = CONTENT_TYPES[body.format];
    return file;
  }),
});
