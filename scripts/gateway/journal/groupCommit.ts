import { JournalFull } from './journal.ts';

export interface GroupCommit<Item> {
    /** Resolves once the items are committed, together with whatever else came meanwhile. */
    add(items: readonly Item[]): Promise<void>;
    /** Resolves when nothing is being committed any more. */
    idle(): Promise<void>;
}

export interface GroupCommitOptions {
    /** Most items of one commit. */
    readonly largestGroup: number;
    /** Items that may wait for a commit; more are refused with JournalFull. */
    readonly mostWaiting: number;
}

interface Caller<Item> {
    readonly items: readonly Item[];
    readonly done: () => void;
    readonly failed: (error: unknown) => void;
}

/**
 * Commits what many callers bring in as few commits as possible: while one is on its way to the disk, the next gathers.
 * All callers of a commit share its fate.
 */
export function createGroupCommit<Item>(
    commit: (items: readonly Item[]) => Promise<void>,
    { largestGroup, mostWaiting }: GroupCommitOptions
): GroupCommit<Item> {
    let gathering: Caller<Item>[] = [];
    let waiting = 0;
    let running: Promise<void> | undefined;

    function nextGroup(): Caller<Item>[] {
        let count = 0;
        const end = gathering.findIndex(({ items }, index) => {
            count += items.length;
            return index > 0 && count > largestGroup;
        });
        const group = end === -1 ? gathering : gathering.slice(0, end);
        gathering = end === -1 ? [] : gathering.slice(end);
        return group;
    }

    async function commitAll(): Promise<void> {
        while (gathering.length > 0) {
            // One turn of the event loop lets requests that have already arrived join.
            await new Promise((resolve) => setImmediate(resolve));
            const group = nextGroup();
            const items = group.flatMap((caller) => caller.items);
            try {
                await commit(items);
                group.forEach(({ done }) => done());
            } catch (error) {
                group.forEach(({ failed }) => failed(error));
            }
            waiting -= items.length;
        }
        running = undefined;
    }

    return {
        add(items) {
            if (items.length === 0) {
                return Promise.resolve();
            }
            if (waiting + items.length > mostWaiting) {
                return Promise.reject(new JournalFull('More pushes wait for the disk than the gateway holds'));
            }
            waiting += items.length;
            return new Promise((done, failed) => {
                gathering.push({ items, done, failed });
                running ??= commitAll();
            });
        },
        idle: () => running ?? Promise.resolve()
    };
}
