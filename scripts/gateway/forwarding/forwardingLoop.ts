import type { Forwarder, ForwarderState } from './forwarder.ts';

/** Forwarding as the rest of the gateway sees it, in this thread or in one of its own. */
export interface Forwarding {
    state(): ForwarderState;
    /** Resolves once nothing waits for Salesforce any more, or Salesforce takes nothing. */
    flushed(): Promise<void>;
    /** Stops, after sending what waits for as long as that works, at the latest after so many milliseconds. */
    stop(drainMilliseconds: number): Promise<void>;
}

/** Lets a forwarder step for as long as the gateway runs. Its timers do not keep the process alive. */
export function startForwarding(forwarder: Forwarder): Forwarding {
    let stopping = false;
    let wake = (): void => undefined;

    const pause = (milliseconds: number): Promise<void> =>
        new Promise((resolve) => {
            const timer = setTimeout(resolve, milliseconds);
            timer.unref();
            wake = () => {
                clearTimeout(timer);
                resolve();
            };
        });

    async function run(): Promise<void> {
        while (!stopping) {
            const wait = await forwarder.step();
            if (wait > 0 && !stopping) {
                await pause(wait);
            }
        }
    }

    const running = run();
    return {
        state: () => forwarder.state(),
        async flushed() {
            while ((await forwarder.flush()) === 0);
        },
        async stop(drainMilliseconds) {
            stopping = true;
            wake();
            let isOver = false;
            const end = setTimeout(() => {
                isOver = true;
                forwarder.abandon();
            }, drainMilliseconds);
            await running;
            while (!isOver && (await forwarder.flush()) === 0);
            clearTimeout(end);
        }
    };
}
