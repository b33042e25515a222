import { LOST_AFTER, REFRESH_EVERY, RefreshRhythm } from '../refreshRhythm.ts';

/** A rhythm with a clock of its own; questions are answered after `answerAfter` milliseconds, or never. */
function rhythmThat(isSeen: () => boolean, answerAfter = 100) {
    const asked: number[] = [];
    const drawn: number[] = [];
    const rhythm = new RefreshRhythm({
        after: (pause, action) => {
            const timer = setTimeout(() => action(), pause);
            return () => clearTimeout(timer);
        },
        now: Date.now,
        isSeen,
        ask: () => {
            asked.push(Date.now());
            if (Number.isFinite(answerAfter)) {
                setTimeout(() => rhythm.hear(), answerAfter);
            }
        },
        draw: (now) => drawn.push(now)
    });
    rhythm.beat();
    return { rhythm, asked, drawn };
}

beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
});

afterEach(() => {
    jest.useRealTimers();
});

test('asks at once and every fifteen seconds, and draws every second', () => {
    const { asked, drawn } = rhythmThat(() => true);
    jest.advanceTimersByTime(2 * REFRESH_EVERY);
    expect(asked).toEqual([0, REFRESH_EVERY, 2 * REFRESH_EVERY]);
    expect(drawn).toHaveLength(31);
});

test.each([
    ['an answer that is slow', 20_000, [0, 20_000, 40_000]],
    ['one that never comes', Infinity, [0, LOST_AFTER]]
])('asks one question at a time: %s', (_what, answerAfter, expected) => {
    const { asked } = rhythmThat(() => true, answerAfter);
    jest.advanceTimersByTime(Math.max(LOST_AFTER, 59_000) - (Number.isFinite(answerAfter) ? 1000 : 0));
    expect(asked).toEqual(expected);
});

test('a board that nobody sees asks nothing; seen again it asks at once for what is older', () => {
    let isSeen = true;
    const { rhythm, asked, drawn } = rhythmThat(() => isSeen);
    isSeen = false;
    jest.advanceTimersByTime(300_000);
    expect([asked, drawn]).toEqual([[0], [0]]);
    isSeen = true;
    rhythm.beat();
    expect(asked).toEqual([0, 300_000]);
    isSeen = false;
    jest.advanceTimersByTime(2000);
    isSeen = true;
    rhythm.beat();
    expect(asked).toHaveLength(2);
});

test('a board that is gone neither asks nor draws', () => {
    const { rhythm, asked, drawn } = rhythmThat(() => true);
    rhythm.stop();
    jest.advanceTimersByTime(300_000);
    expect([asked, drawn]).toEqual([[0], [0]]);
});
