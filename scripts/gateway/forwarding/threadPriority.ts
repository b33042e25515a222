import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Lets the other threads go first when there is not enough processor for all: whoever pushes waits for an answer, what goes
 * to Salesforce is on disk. Only Linux has priorities of threads; elsewhere nothing happens.
 */
export function stepBehindOthers(): void {
    try {
        // `<process>/task/<thread>`
        const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
        setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
        // Forwarding works as well without.
    }
}
