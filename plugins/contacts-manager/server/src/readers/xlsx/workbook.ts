import { Refusal } from '../../../../shared/errors';
import { attributeNamed, readXml } from './xml';
import type { ZipParts } from './zip-directory';

/** Where the parts of the visible sheets lie in the zip. */
export interface WorkbookParts {
  /** In the order of their tabs. */
  sheets: { name: string; part: string }[];
  sharedStrings: string | undefined;
  styles: string | undefined;
  /** Dates count from 1904 instead of 1900. */
  is1904: boolean;
}

interface Relationship {
  id: string;
  /** Last word of the type, which is the same in transitional and strict files. */
  type: string;
  target: string;
}

/** @throws Refusal `file.unsupported` when it is another kind of document, `file.no-rows` without visible sheet */
export async function readWorkbook(zip: ZipParts): Promise<WorkbookParts> {
  const root = await readRelationships(zip, '');
  const part = root.find((one) => one.type === 'officeDocument')?.target;
  // Binary workbooks (.xlsb) have the same frame around other content.
  if (part === undefined || !/\.xml$/i.test(part)) throw new Refusal('file.unsupported');
  const { listed, is1904 } = await readSheetList(zip, part);
  const relationships = await readRelationships(zip, part);
  const target = (type: string) => relationships.find((one) => one.type === type)?.target;
  const sheets = listed.flatMap(({ id, name }) => {
    const sheet = relationships.find((one) => one.id === id && one.type === 'worksheet');
    return sheet ? [{ name, part: sheet.target }] : [];
  });
  if (sheets.length === 0) throw new Refusal('file.no-rows');
  return {
    sheets,
    sharedStrings: target('sharedStrings'),
    styles: target('styles'),
    is1904,
  };
}

/** Relationship ids and names of the visible sheets in the order of their tabs. */
async function readSheetList(
  zip: ZipParts,
  part: string,
): Promise<{ listed: { id: string; name: string }[]; is1904: boolean }> {
  const listed: { id: string; name: string }[] = [];
  let is1904 = false;
  await readXml(zip.read(part), {
    open(name, attributes, depth) {
      if (depth === 1 && name !== 'workbook') throw new Refusal('file.unsupported');
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
      const id = attributeNamed(attributes, 'id');
      if (id !== undefined) listed.push({ id, name: attributes.name ?? '' });
    },
  });
  return { listed, is1904 };
}

/** Targets are names in the zip, resolved against the folder of the part that has the relationships. */
async function readRelationships(zip: ZipParts, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relationships: Relationship[] = [];
  await readXml(zip.read(`${folder}_rels/${part.slice(slash)}.rels`), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
      relationships.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolveTarget(folder, target),
      });
    },
  });
  return relationships;
}

/** `/xl/a.xml` is absolute, `../a.xml` and `a.xml` are relative to the folder. */
function resolveTarget(folder: string, target: string): string {
  const path = target.replace(/\\/g, '/');
  const steps = path.startsWith('/') ? path.split('/') : [...folder.split('/'), ...path.split('/')];
  const resolved: string[] = [];
  for (const step of steps) {
    if (step === '..') resolved.pop();
    else if (step !== '' && step !== '.') resolved.push(step);
  }
  return resolved.join('/');
}
