import { matchReasons } from 'c/convoxCallerMatch';
import { reasonText } from 'c/convoxMatchReason';

test('every reason has words of its own', () => {
    const texts = matchReasons.map(reasonText);
    expect(texts.every(Boolean)).toBe(true);
    expect(new Set(texts).size).toBe(matchReasons.length);
});
