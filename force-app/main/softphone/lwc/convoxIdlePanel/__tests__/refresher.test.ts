import { QUIET, Refresher } from '../refresher.ts';

/** A refresher with a clock of its own, and when it asked. */
function refresherAt(isSeen: () => boolean = () => true) {
    const asked: number[] = [];
    const refresher = new Refresher({
        after: (pause, action) => {
            const timer = setTimeout(() => action(), pause);
            return () => clearTimeout(timer);
        },
        now: Date.now,
        isSeen,
        ask: () => asked.push(Date.now())
    });
    return { refresher, asked };
}

beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
});

afterEach(() => {
    jest.useRealTimers();
});

test.each([
    ['the first question waits for a call that may be on its way', [0], [QUIET]],
    ['news that come together are one question', [0, 200, 900], [900 + QUIET]],
    ['news after the answer are a question of their own', [0, 5000], [QUIET, 5000 + QUIET]]
])('%s', (_what, news, expected) => {
    const { refresher, asked } = refresherAt();
    for (const at of news) {
        setTimeout(() => refresher.hear(), at);
    }
    jest.advanceTimersByTime(30_000);
    expect(asked).toEqual(expected);
});

test('without news it asks once a minute, until it is stopped', () => {
    const { refresher, asked } = refresherAt();
    refresher.hear();
    jest.advanceTimersByTime(130_000);
    expect(asked).toEqual([QUIET, QUIET + 60_000, QUIET + 120_000]);
    refresher.stop();
    jest.advanceTimersByTime(130_000);
    expect(asked).toHaveLength(3);
});

test.each([
    ['asks at once for what it has not asked yet', 10_000, [10_000 + QUIET]],
    ['asks at once when the last question is long ago', 200_000, [200_000 + QUIET]]
])('a page that nobody sees asks nothing, and when it is seen again %s', (_what, seenAt, expected) => {
    let isSeen = false;
    const { refresher, asked } = refresherAt(() => isSeen);
    refresher.hear();
    jest.advanceTimersByTime(seenAt);
    expect(asked).toEqual([]);
    isSeen = true;
    refresher.see();
    jest.advanceTimersByTime(QUIET);
    expect(asked).toEqual(expected);
});

test('a page that was out of sight for a moment asks nothing anew', () => {
    const { refresher, asked } = refresherAt();
    refresher.hear();
    jest.advanceTimersByTime(20_000);
    refresher.see();
    jest.advanceTimersByTime(20_000);
    expect(asked).toEqual([QUIET]);
});
