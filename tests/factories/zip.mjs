import { crc32, deflateRawSync } from 'node:zlib';

/**
 * One file of a zip. Everything but name and data is optional and may lie, so that tests can build
 * archives that no archiver writes.
 *
 * @typedef {object} ZipFile
 * @property {string} name
 * @property {string | Buffer} data
 * @property {number} [declaredSize] inflated size as the directory states it
 * @property {number} [crc]
 * @property {number} [method] 0 stored, 8 deflated (default)
 * @property {number} [flags] general purpose bits
 * @property {Buffer} [packed] bytes to store instead of the deflated data
 * @property {number} [offset] where the directory says the file begins
 */

/** @param {ZipFile[]} files @param {{ entryCount?: number }} [lies] @returns {Buffer} */
export function buildZip(files, lies = {}) {
  /** @type {Buffer[]} */
  const locals = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const file of files) {
    const fields = fieldsOf(file);
    const local = localFile(fields);
    directory.push(directoryEntry(fields, file.offset ?? offset));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([
    ...locals,
    entries,
    endRecord(lies.entryCount ?? files.length, entries.length, offset),
  ]);
}

/** @param {ZipFile} file */
function fieldsOf(file) {
  const data = Buffer.from(file.data);
  const method = file.method ?? 8;
  const packed = file.packed ?? (method === 0 ? data : deflateRawSync(data));
  return {
    name: Buffer.from(file.name),
    method,
    packed,
    crc: file.crc ?? crc32(data),
    size: file.declaredSize ?? data.length,
    flags: file.flags ?? 0x800,
  };
}

/** @param {ReturnType<typeof fieldsOf>} fields */
function localFile({ name, method, packed, crc, size, flags }) {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, packed]);
}

/** @param {ReturnType<typeof fieldsOf>} fields @param {number} offset */
function directoryEntry({ name, method, packed, crc, size, flags }, offset) {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed.length, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

/** @param {number} count @param {number} size @param {number} offset */
function endRecord(count, size, offset) {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
