import { createGroupCommit } from './groupCommit.ts';

/** A disk whose commits end when the test says so. */
function slowDisk(): {
    commit: (items: readonly number[]) => Promise<void>;
    groups: number[][];
    end: (error?: Error) => void;
} {
    const groups: number[][] = [];
    let finish: ((error?: Error) => void) | undefined;
    return {
        groups,
        commit(items) {
            groups.push([...items]);
            return new Promise((resolve, reject) => {
                finish = (error) => (error === undefined ? resolve() : reject(error));
            });
        },
        end: (error) => finish?.(error)
    };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const limits = { largestGroup: 100, mostWaiting: 1000 };

test('what comes at once, or while a commit is on its way, shares the next one', async () => {
    const disk = slowDisk();
    const commits = createGroupCommit(disk.commit, limits);
    const first = [commits.add([1]), commits.add([2]), commits.add([3])];
    await turn();
    const second = [commits.add([4]), commits.add([5, 6])];
    await turn();
    expect(disk.groups).toEqual([[1, 2, 3]]);
    disk.end();
    await Promise.all(first);
    await turn();
    expect(disk.groups).toEqual([
        [1, 2, 3],
        [4, 5, 6]
    ]);
    disk.end();
    await Promise.all(second);
});

test('nobody is told of success before the commit has ended', async () => {
    const disk = slowDisk();
    const commits = createGroupCommit(disk.commit, limits);
    let done = false;
    const added = commits.add([1]).then(() => (done = true));
    await turn();
    expect(disk.groups).toHaveLength(1);
    expect(done).toBe(false);
    disk.end();
    await added;
});

test('a commit that fails fails for all of its callers, and for nobody else', async () => {
    const disk = slowDisk();
    const commits = createGroupCommit(disk.commit, limits);
    const failing = Promise.allSettled([commits.add([1]), commits.add([2])]);
    await turn();
    const later = commits.add([3]);
    disk.end(new Error('disk I/O error'));
    await expect(failing).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    await turn();
    disk.end();
    await expect(later).resolves.toBeUndefined();
});

test('a group has a limit, but a caller is never split', async () => {
    const disk = slowDisk();
    const commits = createGroupCommit(disk.commit, { largestGroup: 3, mostWaiting: 1000 });
    const added = [commits.add([1, 2]), commits.add([3, 4]), commits.add([5, 6, 7, 8, 9])];
    for (const expected of [
        [1, 2],
        [3, 4],
        [5, 6, 7, 8, 9]
    ]) {
        await turn();
        expect(disk.groups.at(-1)).toEqual(expected);
        disk.end();
    }
    await Promise.all(added);
});

test('more than may wait is refused at once', async () => {
    const disk = slowDisk();
    const commits = createGroupCommit(disk.commit, { largestGroup: 10, mostWaiting: 3 });
    const added = commits.add([1, 2]);
    await expect(commits.add([3, 4])).rejects.toMatchObject({ name: 'JournalFull' });
    await turn();
    disk.end();
    await added;
    await commits.idle();
    const again = commits.add([3, 4]);
    await turn();
    disk.end();
    await again;
});
