import { mayPass, NoAnswerInTime, pauseAfterFailures, readError, REQUEST_LIMIT, withinLimit } from 'c/convoxErrors';
import type { ErrorKind } from 'c/convoxErrors';

/** A clock that only moves when told. */
function clock() {
    const waiting = new Map<() => void, number>();
    return {
        after: (milliseconds: number, action: () => void) => {
            waiting.set(action, milliseconds);
            return () => waiting.delete(action);
        },
        ring: () => waiting.forEach((_, action) => action()),
        limits: () => [...waiting.values()]
    };
}

test('an answer in time is the answer, and leaves no clock running', async () => {
    const { after, limits } = clock();
    const answer = withinLimit(Promise.resolve('a row'), after);
    expect(limits()).toEqual([REQUEST_LIMIT]);
    await expect(answer).resolves.toBe('a row');
    expect(limits()).toEqual([]);
});

test('a refusal in time is the refusal', async () => {
    await expect(withinLimit(Promise.reject(new Error('no')), clock().after)).rejects.toThrow('no');
});

test('an answer that does not come is said', async () => {
    const { after, ring } = clock();
    const answer = withinLimit(new Promise(() => undefined), after, 1);
    ring();
    await expect(answer).rejects.toBeInstanceOf(NoAnswerInTime);
    expect(readError(new NoAnswerInTime())).toMatchObject({ kind: 'slow', lines: [], codes: [] });
});

test.each([
    [1, 2000],
    [2, 4000],
    [5, 32_000],
    [6, 60_000],
    [60, 60_000]
])('after %i failures in a row the pause is %i ms', (failures, pause) => {
    expect(pauseAfterFailures(failures)).toBe(pause);
});

test.each<[ErrorKind, boolean]>([
    ['offline', true],
    ['slow', true],
    ['busy', true],
    ['signedOut', true],
    ['unknown', true],
    ['denied', false],
    ['invalid', false],
    ['gone', false]
])('what is %s may pass by itself: %s', (kind, expected) => {
    expect(mayPass({ kind, lines: [], codes: [], status: undefined })).toBe(expected);
});
