/**
 * What a client says to PostgreSQL, cut into messages (protocol 3.0, "Message Formats"): a type of one byte
 * and a length that counts itself; the very first message has no type.
 */
export class MessageSplitter {
  #pending = Buffer.alloc(0);
  #hasStarted = false;

  /** The messages that these bytes complete. @param {Buffer} bytes @returns {Buffer[]} */
  push(bytes) {
    this.#pending = Buffer.concat([this.#pending, bytes]);
    /** @type {Buffer[]} */
    const messages = [];
    for (let end = this.#nextEnd(); end !== null; end = this.#nextEnd()) {
      messages.push(this.#pending.subarray(0, end));
      this.#pending = this.#pending.subarray(end);
      this.#hasStarted = true;
    }
    return messages;
  }

  #nextEnd() {
    const lengthAt = this.#hasStarted ? 1 : 0;
    if (this.#pending.length < lengthAt + 4) return null;
    const end = lengthAt + this.#pending.readInt32BE(lengthAt);
    return end <= this.#pending.length ? end : null;
  }
}

const HEADER = 5;

/** The statement of a Query or Parse message, else nothing. @param {Buffer} message */
export function sqlOf(message) {
  const type = String.fromCharCode(message[0] ?? 0);
  if (type === 'Q') return textAt(message, HEADER);
  // The name of the prepared statement comes first.
  if (type === 'P') return textAt(message, message.indexOf(0, HEADER) + 1);
  return '';
}

/** @param {Buffer} message @param {number} start */
const textAt = (message, start) => message.toString('utf8', start, message.indexOf(0, start));
