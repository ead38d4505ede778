import { newDocumentId } from './document-id';

it('gives ids that Strapi never takes for numbers, each once', () => {
  const ids = Array.from({ length: 5_000 }, newDocumentId);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]{23}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

it('gives ids of later moments behind those of earlier ones', () => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  const first = newDocumentId();
  jest.setSystemTime(Date.UTC(2026, 0, 1) + 1);
  expect(newDocumentId() > first).toBe(true);
  jest.useRealTimers();
});
