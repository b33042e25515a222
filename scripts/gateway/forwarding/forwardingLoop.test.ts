import type { Forwarder } from './forwarder.ts';
import { startForwarding } from './forwardingLoop.ts';

function forwarderOf(changes: Partial<Forwarder>): Forwarder {
    return {
        step: () => Promise.resolve(1000),
        flush: () => Promise.resolve(undefined),
        abandon: () => undefined,
        state: () => ({ troubles: [] }),
        ...changes
    };
}

test('a loop that stops sends what waits, without waiting for the next look', async () => {
    const left = [0, 0, undefined];
    const loop = startForwarding(
        forwarderOf({ step: () => Promise.resolve(3_600_000), flush: () => Promise.resolve(left.shift()) })
    );
    await loop.stop(60_000);
    expect(left).toEqual([]);
});

test('a request that hangs is given up when the time is over', async () => {
    let giveUp = (): void => undefined;
    const hanging = new Promise<number>((resolve) => (giveUp = () => resolve(1000)));
    let flushed = 0;
    const loop = startForwarding(
        forwarderOf({
            step: () => hanging,
            abandon: () => giveUp(),
            flush() {
                flushed += 1;
                return Promise.resolve(0);
            }
        })
    );
    await loop.stop(1);
    expect(flushed).toBe(0);
});
