import { parseJson, valueAt } from 'c/convoxPath';
import { createLeaseLocks } from './leaseLocks.ts';
import { newId } from './newId.ts';
import type { Channel, Clock, Locks, SessionEdges, Store } from './sessionEdges.ts';

const CHANNEL = 'convox-session';

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
    const here = new EventTarget();
    return {
        post(message) {
            here.dispatchEvent(new CustomEvent<unknown>(CHANNEL, { detail: message }));
            store.write(CHANNEL, JSON.stringify({ message, nonce: newId() }));
            store.write(CHANNEL, '');
        },
        listen(listener) {
            const hearHere = (event: Event): void => {
                if (event instanceof CustomEvent) {
                    listener(event.detail);
                }
            };
            const hearOthers = (event: StorageEvent): void => {
                if (isChannelKey(event.key) && event.newValue) {
                    listener(valueAt(parseJson(event.newValue), 'message'));
                }
            };
            here.addEventListener(CHANNEL, hearHere);
            window.addEventListener('storage', hearOthers);
            return () => {
                here.removeEventListener(CHANNEL, hearHere);
                window.removeEventListener('storage', hearOthers);
            };
        }
    };
}

const webLocks: Locks = {
    hold(name, granted) {
        const abort = new AbortController();
        const held = new Promise<void>((release) => {
            abort.signal.addEventListener('abort', () => release());
        });
        navigator.locks
            .request(name, { signal: abort.signal }, () => {
                granted();
                return held;
            })
            .catch(() => {
                // Only this object aborts the request, when the component is gone.
            });
        return () => abort.abort();
    }
};

let edges: SessionEdges | undefined;

/** The browser's own locks, channel, storage and clock; one set for each tab. */
export function browserEdges(): SessionEdges {
    const tabId = edges?.tabId ?? newId();
    edges ??= {
        channel: typeof BroadcastChannel === 'function' ? createBroadcastChannel() : createStorageChannel(),
        locks: 'locks' in navigator ? webLocks : createLeaseLocks(store, clock, tabId),
        clock,
        store,
        tabId
    };
    return edges;
}
