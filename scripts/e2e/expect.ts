import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** A limit in milliseconds for what hangs, not a measure of speed: two slow cores may be busy with much else. */
export const GIVE_UP_AFTER = 30_000;
const LOOK_EVERY = 50;

/**
 * Waits until what `read` returns satisfies `check`, and returns it. Fails in the end with the last thing read,
 * because a browser, four servers and a flow do their work in between.
 */
export async function eventually<Value>(
    read: () => Value | Promise<Value>,
    check: (value: Value) => void,
    { within = GIVE_UP_AFTER } = {}
): Promise<Value> {
    const deadline = performance.now() + within;
    for (;;) {
        const value = await read();
        try {
            check(value);
            return value;
        } catch (error) {
            if (performance.now() > deadline) {
                throw error;
            }
        }
        await pause(LOOK_EVERY);
    }
}

/** Waits until `read` returns exactly `expected`. */
export async function eventuallyEqual<Value>(read: () => Value | Promise<Value>, expected: Value): Promise<void> {
    await eventually(read, (value) => assert.deepEqual(value, expected));
}

/** Waits until what comes now is dated later than what the org dated so: it keeps whole seconds. */
export async function secondAfter(instant: unknown): Promise<void> {
    const at = Date.parse(String(instant));
    await eventually(
        () => Date.now() - at,
        (passed) => assert.ok(passed >= 1000)
    );
}
