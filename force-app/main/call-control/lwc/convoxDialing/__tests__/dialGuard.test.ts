import { DialGuard } from 'c/convoxDialing';
import type { GuardEdges } from 'c/convoxDialing';

/** Guards of several tabs of one browser. */
function tabs(count: number): DialGuard[] {
    let until = 0;
    const hearers: ((called: string) => void)[] = [];
    const edgesOf = (tab: number): GuardEdges => ({
        until: () => until,
        rest(next) {
            until = next;
        },
        tell: (called) => hearers.filter((_, other) => other !== tab).forEach((hear) => hear(called)),
        hear(listener) {
            hearers[tab] = listener;
        }
    });
    return Array.from({ length: count }, (_, tab) => new DialGuard(edgesOf(tab)));
}

test.each([
    ['at once', 1_000, 30_000],
    ['nearly half a minute later', 30_999, 1],
    ['half a minute later', 31_000, 0]
])('after a dial every tab rests: %s', (_when, now, left) => {
    const guards = tabs(2);
    guards[0]?.close(1_000, '98765 43201');
    expect(guards.map((guard) => guard.left(now))).toEqual([left, left]);
    expect(guards.map((guard) => guard.called(now))).toEqual(Array(2).fill(left > 0 ? '98765 43201' : ''));
});

test('the guard opens everywhere when the call is over, and tells those who listen', () => {
    const [here, there] = tabs(2);
    const heard = jest.fn();
    const stop = there?.listen(heard);
    const closed = here?.close(1_000, '98765 43201') ?? 0;
    expect(heard).toHaveBeenCalledTimes(1);
    here?.open(closed);
    expect(heard).toHaveBeenCalledTimes(2);
    expect([here?.left(2_000), there?.left(2_000), there?.called(2_000)]).toEqual([0, 0, '']);
    stop?.();
    here?.close(3_000, '98765 43201');
    expect(heard).toHaveBeenCalledTimes(2);
});

test('the end of an earlier call does not open the guard of a later one', () => {
    const [guard] = tabs(1);
    const first = guard?.close(1_000, 'first') ?? 0;
    guard?.close(40_000, 'second');
    guard?.open(first);
    expect([guard?.left(40_000), guard?.called(40_000)]).toEqual([30_000, 'second']);
});

test('once the call has come nobody says any more to whom it is, and every tab rests on', () => {
    const guards = tabs(2);
    guards[0]?.close(1_000, '98765 43201');
    guards[1]?.hush();
    expect(guards.map((guard) => [guard.called(2_000), guard.left(2_000)])).toEqual(Array(2).fill(['', 29_000]));
});
