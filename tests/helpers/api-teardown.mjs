export default async function tearDown() {
  await globalThis.testPrepared?.remove();
  await globalThis.testPostgres?.stop();
}
