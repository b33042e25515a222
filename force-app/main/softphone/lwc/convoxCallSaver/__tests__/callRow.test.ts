import { CallRow, LONGEST_WAIT, TYPING_PAUSE } from 'c/convoxCallSaver';
import type { RowNews } from 'c/convoxCallSaver';
import type { ExistingCall } from 'c/convoxCallerQuery';
import { REQUEST_LIMIT } from 'c/convoxErrors';

const STAMP = { id: 'a01000000000001AAA', lastModifiedDate: '2026-01-05T04:30:00.000Z' };
const LATER = '2026-01-05T04:30:07.000Z';
const READ: ExistingCall = {
    ...STAMP,
    lastModifiedDate: LATER,
    disposition: '',
    hasStatus: false,
    hasPop: true,
    isKept: false,
    customerId: '',
    draft: undefined
};
const OUTDATED = { status: 412, body: [{ errorCode: 'ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE' }] };

/** A request that the test answers. */
interface Request {
    readonly fields: unknown;
    /** The row as it was known. */
    readonly since: string | null;
    answer(): void;
    refuse(error: unknown): void;
}

/** What is read from the row once it turned out to be another, and whether the agent is asked about it. */
interface Found {
    row?: ExistingCall;
    isAsked: boolean;
    isWaiting: boolean;
    reads: number;
}

/** A row whose requests and whose clock are the test's. */
function lane() {
    const timers = new Map<() => void, number>();
    const requests: Request[] = [];
    const news: RowNews[] = [];
    const found: Found = { isAsked: false, isWaiting: false, reads: 0 };
    const row = new CallRow({
        update: (stamp, fields) =>
            new Promise((answer, refuse) => {
                const since = stamp.lastModifiedDate;
                requests.push({ fields, since, answer: () => answer({ ...stamp, lastModifiedDate: LATER }), refuse });
            }),
        read: async () => {
            found.reads += 1;
            found.isWaiting = found.isAsked;
            return found.row;
        },
        mustWait: () => found.isWaiting,
        after: (milliseconds, action) => {
            timers.set(action, milliseconds);
            return () => timers.delete(action);
        },
        tell: (one) => {
            news.push(one);
        }
    });
    /** Lets everything happen that waits for exactly so long. */
    const pass = async (milliseconds: number): Promise<void> => {
        for (const [action, due] of timers) {
            if (due === milliseconds) {
                timers.delete(action);
                action();
            }
        }
        await settled();
    };
    return { row, found, requests, news, pass, pauses: () => [...timers.values()] };
}

async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
}

async function arrived() {
    const one = lane();
    await one.row.arrive(async () => STAMP);
    one.news.length = 0;
    return one;
}

test('what is entered waits for a pause, and a pause saves it all in one request', async () => {
    const { row, requests, pass, pauses } = await arrived();
    row.put({ Notes__c: 'Wa' });
    row.put({ Notes__c: 'Wants', Draft__c: '{}' });
    expect([requests.length, pauses()]).toEqual([0, [LONGEST_WAIT, TYPING_PAUSE]]);
    await pass(TYPING_PAUSE);
    expect(requests.map(({ fields }) => fields)).toEqual([{ Notes__c: 'Wants', Draft__c: '{}' }]);
});

test('whoever types without a pause waits no longer than the limit, and each limit begins with what is unsaved', async () => {
    const { row, requests, pass, pauses } = await arrived();
    row.put({ Notes__c: 'W' });
    row.put({ Notes__c: 'Wa' });
    await pass(LONGEST_WAIT);
    expect(requests.map(({ fields }) => fields)).toEqual([{ Notes__c: 'Wa' }]);
    requests[0]?.answer();
    await settled();
    expect(pauses()).toEqual([]);
    row.put({ Notes__c: 'Wan' });
    expect(pauses()).toContain(LONGEST_WAIT);
});

async function refusedAsOutdated(answer: { row?: ExistingCall; isAsked?: boolean }) {
    const one = await arrived();
    Object.assign(one.found, answer);
    one.row.put({ Notes__c: 'Mine' });
    one.row.flush();
    await settled();
    one.requests[0]?.refuse(OUTDATED);
    await settled();
    return one;
}

test('what is saved is saved over the row as it was last read or written', async () => {
    const { row, requests } = await refusedAsOutdated({ row: READ });
    expect(requests.map(({ fields, since }) => [fields, since])).toEqual([
        [{ Notes__c: 'Mine' }, STAMP.lastModifiedDate],
        [{ Notes__c: 'Mine' }, LATER]
    ]);
    requests[1]?.answer();
    await settled();
    expect(row.isSaved).toBe(true);
});

test('where the agent is asked, everything waits and nothing is said to have failed, until the answer', async () => {
    const { row, found, requests, news, pass } = await refusedAsOutdated({ row: READ, isAsked: true });
    row.put({ Notes__c: 'Mine, and more' });
    await pass(TYPING_PAUSE);
    expect([requests.length, found.reads, row.isSaved, news.map(({ report }) => report)]).toEqual([
        1,
        1,
        false,
        [undefined, undefined]
    ]);
    found.isWaiting = false;
    row.flush();
    await settled();
    expect(requests.map(({ fields }) => fields)).toEqual([{ Notes__c: 'Mine' }, { Notes__c: 'Mine, and more' }]);
});

test.each([
    ['cannot be seen', undefined],
    ['is read as it was known, which a cache does', { ...READ, ...STAMP }]
])('a row that %s is tried again later, so that nothing runs in circles', async (_name, row) => {
    const { requests, found, news, pauses } = await refusedAsOutdated(row ? { row } : {});
    expect([requests.length, found.reads, news.at(-1)?.report?.status]).toEqual([1, 1, 412]);
    expect(pauses()).toContain(2000);
});

test('there are never two requests at once', async () => {
    const { row, requests, news } = await arrived();
    row.put({ Notes__c: 'One' });
    row.flush();
    await settled();
    row.put({ Notes__c: 'Two' });
    const flushed = row.flush();
    await settled();
    expect(requests).toHaveLength(1);
    requests[0]?.answer();
    await settled();
    expect(requests.map(({ fields }) => fields)).toEqual([{ Notes__c: 'One' }, { Notes__c: 'Two' }]);
    expect(news.map(({ isSaved }) => isSaved)).toEqual([false]);
    requests[1]?.answer();
    await expect(flushed).resolves.toBe(true);
});

test('before there is a row everything waits, and then follows to it', async () => {
    const { row, requests } = lane();
    row.put({ Notes__c: 'Early' });
    await expect(row.flush()).resolves.toBe(false);
    expect(requests).toEqual([]);
    row.arrive(async () => STAMP);
    await settled();
    expect(requests.map(({ fields }) => fields)).toEqual([{ Notes__c: 'Early' }]);
});

test('a row that could not be made is tried again by itself until it is there', async () => {
    const { row, news, pass } = lane();
    const answers = [Promise.reject(new Error('no')), Promise.reject(new Error('no')), Promise.resolve(STAMP)];
    answers.forEach((answer) => answer.catch(() => undefined));
    await row.arrive(() => answers.shift() ?? Promise.resolve(STAMP));
    expect(news.at(-1)).toMatchObject({ callId: '', report: { lines: ['no'] }, isSaved: false });
    await pass(2000);
    await pass(4000);
    expect(news.at(-1)).toEqual({ callId: STAMP.id, report: undefined, isSaved: true });
});

test.each([
    ['may pass', { status: 503 }, [2000]],
    ['is lasting', { status: 403 }, []]
])('what was refused for a reason that %s is kept and goes with the next try', async (_name, error, pauses) => {
    const one = await arrived();
    one.row.put({ Notes__c: 'Kept', Draft__c: 'old' });
    one.row.flush();
    await settled();
    one.requests[0]?.refuse(error);
    await settled();
    expect([one.pauses(), one.row.isSaved]).toEqual([pauses, false]);
    one.row.put({ Draft__c: 'new' });
    await one.pass(TYPING_PAUSE);
    expect(one.requests[1]?.fields).toEqual({ Notes__c: 'Kept', Draft__c: 'new' });
});

test('only what failed is tried at once when there is reason to hope', async () => {
    const { row, requests } = await arrived();
    row.put({ Notes__c: 'Typing' });
    row.retry();
    await settled();
    expect(requests).toHaveLength(0);
    row.flush();
    await settled();
    requests[0]?.refuse({ status: 0 });
    await settled();
    row.retry();
    await settled();
    expect(requests).toHaveLength(2);
});

test('a request that hangs is given up, and when it arrives late it brings no older words back', async () => {
    const { row, requests, news, pass } = await arrived();
    row.put({ Notes__c: 'Old' });
    row.flush();
    await settled();
    await pass(REQUEST_LIMIT);
    expect(news.at(-1)?.report?.kind).toBe('slow');
    row.put({ Notes__c: 'New' });
    await pass(TYPING_PAUSE);
    requests[1]?.answer();
    await settled();
    expect(row.isSaved).toBe(true);
    requests[0]?.answer();
    await settled();
    await pass(TYPING_PAUSE);
    expect(requests[2]?.fields).toEqual({ Notes__c: 'New' });
});
