import { decideReachable } from './reachability';

describe('decideReachable', () => {
  it.each([
    ['active', 'reply', true, 'ok'],
    ['active', 'broadcast', true, 'ok'],
    ['archived', 'reply', true, 'ok'],
    ['archived', 'broadcast', false, 'archived'],
    ['blocked', 'reply', false, 'blocked'],
    ['blocked', 'broadcast', false, 'blocked'],
    [null, 'reply', false, 'unknown-number'],
    [null, 'broadcast', false, 'unknown-number'],
  ] as const)('a %s contact for a %s: %s', (status, purpose, allowed, reason) => {
    expect(decideReachable(status, purpose)).toEqual({ allowed, reason });
  });
});
