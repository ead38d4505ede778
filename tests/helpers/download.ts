import type { Test } from 'supertest';

/** The answer's bytes, whatever its content type. */
export async function bytesOf(request: Test): Promise<Buffer> {
  const { body } = await request.buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => done(null, Buffer.concat(parts)));
  });
  return body as Buffer;
}
