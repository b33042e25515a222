import { Question } from 'c/convoxCallerQuery';
import { NoAnswerInTime, REQUEST_LIMIT } from 'c/convoxErrors';

const PATIENCE = 3000;

/** A question whose clock is the test's. */
function asked() {
    const timers = new Map<() => void, number>();
    const told: unknown[] = [];
    const question = new Question({
        after: (milliseconds, action) => {
            timers.set(action, milliseconds);
            return () => timers.delete(action);
        },
        ask: (round) => {
            told.push(round);
        },
        slow: () => {
            told.push('slow');
        },
        failed: (error) => {
            told.push(error);
        }
    });
    const pass = (milliseconds: number): void =>
        timers.forEach((due, action) => {
            if (due === milliseconds) {
                timers.delete(action);
                action();
            }
        });
    question.start();
    return { question, told, pass, waits: () => [...timers.values()] };
}

test('an answer in time is all there is to it', () => {
    const { question, told, waits } = asked();
    expect(waits()).toEqual([PATIENCE, REQUEST_LIMIT]);
    question.answered();
    expect([told, waits()]).toEqual([[], []]);
});

test('an answer that hangs is said to be slow, then to have failed, and is asked for with growing pauses', () => {
    const { told, pass } = asked();
    pass(PATIENCE);
    pass(REQUEST_LIMIT);
    pass(2000);
    pass(REQUEST_LIMIT);
    pass(4000);
    expect(told).toEqual(['slow', expect.any(NoAnswerInTime), 1, expect.any(NoAnswerInTime), 2]);
});

test('what was refused for good is not asked again by itself', () => {
    const { question, told, waits } = asked();
    const denied = { status: 403 };
    question.refused(denied);
    expect([told, waits()]).toEqual([[denied], []]);
});

test('back online, only what failed is asked at once', () => {
    const { question, told } = asked();
    question.retry();
    expect(told).toEqual([]);
    question.refused({ status: 0 });
    question.retry();
    expect(told).toEqual([{ status: 0 }, 1]);
});

test('whoever asks again learns when there is an answer, or none', async () => {
    const { question, pass } = asked();
    const first = question.again();
    question.answered();
    await expect(first).resolves.toBeUndefined();
    const second = question.again();
    pass(REQUEST_LIMIT);
    await expect(second).resolves.toBeUndefined();
});
