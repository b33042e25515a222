import userId from '@salesforce/user/Id';
import type { GuardEdges } from './dialGuard.ts';

/** One guard per user: the next agent at this computer has a phone of their own. */
const NAME = `convox-dial-${userId}`;

/** The browser's storage and its channel between tabs. No number is ever stored. */
export function guardEdges(): GuardEdges {
    /** For a browser that forbids storage: then each tab guards itself. */
    let here = 0;
    const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(NAME) : undefined;
    return {
        until() {
            try {
                return Number(localStorage.getItem(NAME));
            } catch {
                return here;
            }
        },
        rest(until) {
            here = until;
            try {
                localStorage.setItem(NAME, String(until));
            } catch {
                // Forbidden or full: the tab remembers.
            }
        },
        tell: (called) => channel?.postMessage(called),
        hear(listener) {
            channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
                listener(typeof data === 'string' ? data : '');
            });
        }
    };
}
