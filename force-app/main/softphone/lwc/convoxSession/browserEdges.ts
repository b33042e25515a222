import userId from '@salesforce/user/Id';
import { newId } from './newId.ts';
import type { Channel, Clock, Locks, SessionEdges, Store, Undo } from './sessionEdges.ts';

const CHANNEL = `convox-session-${userId}`;

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

/** For a browser that lacks such channels: the tab hears itself. */
function createOwnChannel(): Channel {
    const listeners = new Set<(data: unknown) => void>();
    return {
        post: (message) => listeners.forEach((listener) => listener(message)),
        listen(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        }
    };
}

/** For a browser that lacks Web Locks, which all have that Salesforce supports, or refuses them: each tab takes calls. */
const ownLocks: Locks = {
    hasQueue: false,
    hold(_name, granted) {
        granted();
        return () => undefined;
    }
};

const webLocks: Locks = {
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
                    release = ownLocks.hold(name, granted);
                }
            });
        return () => release();
    }
};

let edges: SessionEdges | undefined;

/** The browser's own locks, channel, storage and clock; one set for each tab. */
export function browserEdges(): SessionEdges {
    edges ??= {
        channel: typeof BroadcastChannel === 'function' ? createBroadcastChannel() : createOwnChannel(),
        locks: 'locks' in navigator ? webLocks : ownLocks,
        clock,
        store,
        tabId: newId(),
        userId,
        isHidden: () => document.visibilityState === 'hidden'
    };
    return edges;
}
