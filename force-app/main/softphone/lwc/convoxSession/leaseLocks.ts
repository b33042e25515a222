import { numberAt, parseJson, textAt } from 'c/convoxPath';
import type { Clock, Locks, Store, Undo } from './sessionEdges.ts';

/** Browsers wake a hidden tab's timers only once a minute, so a lease must outlive that. */
export const LEASE_MILLISECONDS = 75_000;
const RENEW_MILLISECONDS = 20_000;
const SETTLE_MILLISECONDS = 60;

function readLease(store: Store, name: string): { owner: string; until: number } {
    const lease = parseJson(store.read(name));
    return { owner: textAt(lease, 'owner'), until: numberAt(lease, 'until') ?? 0 };
}

/**
 * Locks for browsers without Web Locks: a lease in shared storage that its owner renews. Two tabs that take it at the
 * same time settle it by the last one to write.
 */
export function createLeaseLocks(store: Store, clock: Clock, tabId: string): Locks {
    return {
        hasQueue: false,
        hold(name, granted) {
            let isHeld = false;
            let stopTimer: Undo = () => undefined;

            function settle(): void {
                if (readLease(store, name).owner === tabId && !isHeld) {
                    isHeld = true;
                    granted();
                }
                stopTimer = clock.after(RENEW_MILLISECONDS, look);
            }

            function look(): void {
                const { owner, until } = readLease(store, name);
                if (owner === tabId || until <= clock.now()) {
                    store.write(name, JSON.stringify({ owner: tabId, until: clock.now() + LEASE_MILLISECONDS }));
                }
                stopTimer = clock.after(SETTLE_MILLISECONDS, settle);
            }

            look();
            return () => {
                stopTimer();
                if (readLease(store, name).owner === tabId) {
                    store.write(name, '');
                }
            };
        }
    };
}
