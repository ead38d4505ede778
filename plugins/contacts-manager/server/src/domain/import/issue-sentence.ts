import type { RowIssue } from '../../../../shared/contracts/import-rows';
import { ERRORS } from '../../../../shared/errors';

/** What is wrong with a cell and what to do, outside the screens: with the owner, row or name that it is about. */
export function issueSentence({ code, detail, value }: RowIssue): string {
  if (detail && code === 'phone.taken') return `This number already belongs to ${detail}.`;
  if (detail && code === 'phone.repeated') {
    return `Row ${detail} of the file has this number already. Keep it in one row only.`;
  }
  if (code === 'category.unknown' || code === 'group.unknown') {
    return `${ERRORS[code]} Create “${value}” first, or correct the name.`;
  }
  return ERRORS[code];
}
