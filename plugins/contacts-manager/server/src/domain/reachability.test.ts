import { decideReachable } from './reachability';

describe('decideReachable', () => {
  it.each([
    ['active', 'reply', true, 'ok'],
    ['active', 'broadcast', true, 'ok'],
    ['archived', 'reply', true, 'ok'],
    ['archived', 'broadcast', false, 'archived'],
    ['blocked', 'reply', false, 'blocked'],
    ['blocked', 'broadcast', false, 'blocked'],
  ] as const)('a %s contact for a %s: %s', (status, purpose, allowed, reason) => {
    expect(decideReachable([status], purpose)).toEqual({ allowed, reason });
  });

  it('a number that nobody has is unknown', () => {
    expect(decideReachable([], 'reply')).toEqual({ allowed: false, reason: 'unknown-number' });
  });

  it('a number that a blocked person shares is blocked, whoever answers for it', () => {
    expect(decideReachable(['active', 'blocked'], 'reply')).toEqual({
      allowed: false,
      reason: 'blocked',
    });
    expect(decideReachable(['active', 'archived'], 'broadcast').reason).toBe('ok');
    expect(decideReachable(['archived', 'active'], 'broadcast').reason).toBe('archived');
  });
});
