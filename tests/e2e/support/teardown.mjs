import fs from 'node:fs';

export default async function tearDown() {
  if (!globalThis.testServer) return;
  const { server, folder } = globalThis.testServer;
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
