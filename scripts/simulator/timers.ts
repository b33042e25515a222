/** Delayed work, so that tests decide when time passes. Returns a function that cancels it. */
export interface Timers {
    after(milliseconds: number, work: () => void): () => void;
}

/** Timers of the machine; they do not keep the process alive. */
export const machineTimers: Timers = {
    after(milliseconds, work) {
        const timer = setTimeout(work, milliseconds);
        timer.unref();
        return () => clearTimeout(timer);
    }
};
