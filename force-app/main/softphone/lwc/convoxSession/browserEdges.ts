import userId from '@salesforce/user/Id';
import { parseJson, valueAt } from 'c/convoxPath';
import { createLeaseLocks } from './leaseLocks.ts';
import { newId } from './newId.ts';
import type { Channel, Clock, Locks, SessionEdges, Store, Undo } from './sessionEdges.ts';

const CHANNEL = `convox-session-${userId}`;

/** Lightning Web Security may put a prefix before the names of stored entries. */
const isChannelKey = (key: string | null): boolean => key?.endsWith(CHANNEL) ?? false;

const store: Store = {
    read(key) {
        try {
            return localStorage.getItem(key);
        } catch {
            return null;
        }
    },
    write(key, text) {
        try {
            if (text) {
                localStorage.setItem(key, text);
            } else {
                localStorage.removeItem(key);
            }
        } catch {
            // Storage is full or forbidden: a reload then finds the call in Salesforce only by its next pop.
        }
    }
};

const clock: Clock = {
    now: () => Date.now(),
    after(milliseconds, action) {
        const timer = setTimeout(action, milliseconds);
        return () => clearTimeout(timer);
    }
};

function createBroadcastChannel(): Channel {
    const sender = new BroadcastChannel(CHANNEL);
    return {
        post: (message) => sender.postMessage(message),
        listen(listener) {
            const receiver = new BroadcastChannel(CHANNEL);
            receiver.onmessage = (event: MessageEvent<unknown>) => listener(event.data);
            return () => receiver.close();
        }
    };
}

/** Storage events reach the other tabs only, so this tab's listeners are told directly. */
function createStorageChannel(): Channel {
    const here = new Set<(data: unknown) => void>();
    return {
        post(message) {
            here.forEach((listener) => listener(message));
            store.write(CHANNEL, JSON.stringify({ message, nonce: newId() }));
            store.write(CHANNEL, '');
        },
        listen(listener) {
            const hearOthers = (event: StorageEvent): void => {
                if (isChannelKey(event.key) && event.newValue) {
                    listener(valueAt(parseJson(event.newValue), 'message'));
                }
            };
            here.add(listener);
            window.addEventListener('storage', hearOthers);
            return () => {
                here.delete(listener);
                window.removeEventListener('storage', hearOthers);
            };
        }
    };
}

/** A lease would outlive its tab: unlike a lock, nobody takes it back when the tab closes. */
function createLeases(tabId: string): Locks {
    const leases = createLeaseLocks(store, clock, tabId);
    return {
        hasQueue: leases.hasQueue,
        hold(name, granted) {
            const release = leases.hold(name, granted);
            window.addEventListener('pagehide', release);
            return () => {
                window.removeEventListener('pagehide', release);
                release();
            };
        }
    };
}

const createWebLocks = (tabId: string): Locks => ({
    hasQueue: true,
    hold(name, granted) {
        const abort = new AbortController();
        let release: Undo = () => abort.abort();
        const held = new Promise<void>((resolve) => {
            abort.signal.addEventListener('abort', () => resolve());
        });
        navigator.locks
            .request(name, { signal: abort.signal }, () => {
                // Undone while the lock was on its way.
                if (!abort.signal.aborted) {
                    granted();
                }
                return held;
            })
            .catch(() => {
                // Aborted by the undo below, or refused by the browser.
                if (!abort.signal.aborted) {
                    release = createLeases(tabId).hold(name, granted);
                }
            });
        return () => release();
    }
});

let edges: SessionEdges | undefined;

/** The browser's own locks, channel, storage and clock; one set for each tab. */
export function browserEdges(): SessionEdges {
    const tabId = edges?.tabId ?? newId();
    edges ??= {
        channel: typeof BroadcastChannel === 'function' ? createBroadcastChannel() : createStorageChannel(),
        locks: 'locks' in navigator ? createWebLocks(tabId) : createLeases(tabId),
        clock,
        store,
        tabId,
        userId,
        isHidden: () => document.visibilityState === 'hidden'
    };
    return edges;
}
