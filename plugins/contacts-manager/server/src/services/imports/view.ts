import { ERRORS } from '../../../../shared/errors';
import type { ImportCounts, ImportView } from '../../../../shared/contracts/imports';
import type { ImportRecord } from '../../repositories/imports/records';

const NO_COUNTS: ImportCounts = {
  total: 0,
  create: 0,
  update: 0,
  unchanged: 0,
  skip: 0,
  reject: 0,
};

export const viewImport = (record: ImportRecord): ImportView => ({
  id: record.documentId,
  state: record.state,
  progress: record.progress,
  fileName: record.fileName,
  options: {
    existing: record.existing,
    unknownNames: record.unknownNames,
    sharedSecondary: record.sharedSecondary,
    country: record.country,
  },
  counts: record.counts ?? NO_COUNTS,
  dropped: record.dropped,
  queue: null,
  applied: {
    create: record.appliedCreate,
    update: record.appliedUpdate,
    taken: record.appliedTaken,
  },
  newNames: record.newNames ?? { categories: [], groups: [] },
  assumedInternational: record.assumedInternational ?? [],
  sharedNumbers: record.sharedNumbers ?? { rows: 0, first: [] },
  formulaCells: record.formulaCells,
  headers: record.headers ?? [],
  mapping: record.mapping ?? {},
  createdAt: record.createdAt.toISOString(),
  createdBy: record.actor.name,
  finishedAt: record.finishedAt?.toISOString() ?? null,
  operationId: record.operation?.documentId ?? null,
  ...(record.errorCode && {
    error: { code: record.errorCode, message: ERRORS[record.errorCode] },
  }),
});
