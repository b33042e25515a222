import type { Channel, SessionEdges, Undo } from 'c/convoxSession';

interface Timer {
    readonly at: number;
    readonly action: () => void;
}

export interface FakeBrowser {
    /** Opens a tab that shares everything with the other tabs, for the same user unless another one is named. */
    openTab(tabId: string, userId?: string): SessionEdges;
    /** The tab that the agent looks at; no tab is hidden until one is. */
    lookAt(tabId: string): void;
    /** Lets time pass and runs what falls due, in order. */
    pass(milliseconds: number): void;
    readonly entries: Map<string, string>;
}

/** A browser whose channel, locks, storage and clock are plain data. */
export function createFakeBrowser(): FakeBrowser {
    const entries = new Map<string, string>();
    const listeners = new Map<(data: unknown) => void, readonly [userId: string, tabId: string]>();
    const queues = new Map<string, (() => void)[]>();
    let timers: Timer[] = [];
    let now = Date.UTC(2026, 0, 5, 4, 30);
    let front = '';

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

    /** Like a real one it reaches the other tabs of the user, and then its own. */
    function channelOf(userId: string, tabId: string): Channel {
        return {
            post: (message) => {
                const copy: unknown = JSON.parse(JSON.stringify(message));
                const reached = [...listeners].filter(([, [user]]) => user === userId);
                const isOwn = ([, [, tab]]: (typeof reached)[number]): number => Number(tab === tabId);
                reached.sort((one, other) => isOwn(one) - isOwn(other)).forEach(([listener]) => listener(copy));
            },
            listen: (listener) => {
                listeners.set(listener, [userId, tabId]);
                return () => listeners.delete(listener);
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
        lookAt: (tabId) => {
            front = tabId;
        },
        openTab: (tabId, userId = 'user') => ({
            tabId,
            userId,
            isHidden: () => front !== '' && front !== tabId,
            channel: channelOf(userId, tabId),
            locks: { hasQueue: true, hold },
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
