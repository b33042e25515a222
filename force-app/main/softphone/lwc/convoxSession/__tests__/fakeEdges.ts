import type { SessionEdges, Undo } from 'c/convoxSession';

interface Timer {
    readonly at: number;
    readonly action: () => void;
}

export interface FakeBrowser {
    /** Opens a tab that shares everything with the other tabs. */
    openTab(tabId: string): SessionEdges;
    /** Lets time pass and runs what falls due, in order. */
    pass(milliseconds: number): void;
    readonly entries: Map<string, string>;
}

/** A browser whose channel, locks, storage and clock are plain data. */
export function createFakeBrowser(): FakeBrowser {
    const entries = new Map<string, string>();
    const listeners = new Set<(data: unknown) => void>();
    const queues = new Map<string, (() => void)[]>();
    let timers: Timer[] = [];
    let now = Date.UTC(2026, 0, 5, 4, 30);

    function hold(name: string, granted: () => void): Undo {
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        queue.push(granted);
        if (queue.length === 1) {
            granted();
        }
        return () => {
            const wasHeld = queue[0] === granted;
            queue.splice(queue.indexOf(granted), queue.includes(granted) ? 1 : 0);
            if (wasHeld) {
                queue[0]?.();
            }
        };
    }

    function after(milliseconds: number, action: () => void): Undo {
        const timer = { at: now + milliseconds, action };
        timers.push(timer);
        return () => {
            timers = timers.filter((other) => other !== timer);
        };
    }

    function pass(milliseconds: number): void {
        const end = now + milliseconds;
        for (let next = dueBefore(end); next; next = dueBefore(end)) {
            const due = next;
            timers = timers.filter((other) => other !== due);
            now = due.at;
            due.action();
        }
        now = end;
    }

    function dueBefore(end: number): Timer | undefined {
        return timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
    }

    return {
        entries,
        pass,
        openTab: (tabId) => ({
            tabId,
            channel: {
                post: (message) => {
                    const copy: unknown = JSON.parse(JSON.stringify(message));
                    [...listeners].forEach((listener) => listener(copy));
                },
                listen: (listener) => {
                    listeners.add(listener);
                    return () => listeners.delete(listener);
                }
            },
            locks: { hold },
            clock: { now: () => now, after },
            store: {
                read: (key) => entries.get(key) ?? null,
                write: (key, text) => {
                    if (text) {
                        entries.set(key, text);
                    } else {
                        entries.delete(key);
                    }
                }
            }
        })
    };
}
