import { createTokens } from './tokens.ts';

const LIFE = 1000;
let now: number;
let tokens: ReturnType<typeof createTokens>;
beforeEach(() => {
    now = 0;
    tokens = createTokens(() => new Date(now), LIFE);
});

test('a token lives as long as it says, the same to everybody, and the next is another', () => {
    const { token } = tokens.give();
    expect([tokens.give().token, tokens.judge(token), tokens.judge('mine')]).toEqual([token, 'valid', 'unknown']);
    now = LIFE;
    expect([tokens.judge(token), tokens.give().token === token]).toEqual(['expired', false]);
});

test('a token that the server ends is refused, and the next is taken', () => {
    const { token } = tokens.give();
    tokens.expire();
    expect(tokens.judge(token)).toBe('expired');
    expect(tokens.judge(tokens.give().token)).toBe('valid');
});

test('where no token was given yet, the first that is shown is refused, and the next is taken', () => {
    tokens.expire();
    const { token } = tokens.give();
    expect([tokens.judge(token), tokens.judge(token)]).toEqual(['expired', 'expired']);
    expect(tokens.judge(tokens.give().token)).toBe('valid');
});
