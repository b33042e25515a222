import { setImmediate } from 'node:timers/promises';

/** Work that goes on after the answer to the request that asked for it, one piece at a time. */
export interface BackgroundWork {
    /** `pieces` is advanced between other requests until it ends. */
    start(pieces: Iterator<unknown>): void;
    /** Ends all work after the piece under way. */
    stop(): Promise<void>;
}

/** @param onDefect told about work that threw, which only a mistake of this program can cause */
export function createBackgroundWork(onDefect: (error: unknown) => void): BackgroundWork {
    let stopped = false;
    let running = Promise.resolve();

    async function run(pieces: Iterator<unknown>): Promise<void> {
        for (let done = false; !done && !stopped;) {
            await setImmediate();
            done = stopped || pieces.next().done === true;
        }
    }

    return {
        start: (pieces) => {
            running = running.then(() => run(pieces)).catch(onDefect);
        },
        stop: () => {
            stopped = true;
            return running;
        }
    };
}
