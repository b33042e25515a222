import { CallRow, TYPING_PAUSE } from 'c/convoxCallSaver';
import type { RowNews } from 'c/convoxCallSaver';
import { REQUEST_LIMIT } from 'c/convoxErrors';

const CALL_ID = 'a01000000000001AAA';

/** A request that the test answers. */
interface Request {
    readonly fields: unknown;
    answer(): void;
    refuse(error: unknown): void;
}

/** A row whose requests and whose clock are the test's. */
function lane() {
    const timers = new Map<() => void, number>();
    const requests: Request[] = [];
    const news: RowNews[] = [];
    const row = new CallRow({
        update: (_callId, fields) =>
            new Promise((answer, refuse) => {
                requests.push({ fields, answer, refuse });
            }),
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
    return { row, requests, news, pass, pauses: () => [...timers.values()] };
}

async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
}

async function arrived() {
    const one = lane();
    await one.row.arrive(async () => CALL_ID);
    one.news.length = 0;
    return one;
}

test('what is entered waits for a pause, and a pause saves it all in one request', async () => {
    const { row, requests, pass, pauses } = await arrived();
    row.put({ Notes__c: 'Wa' });
    row.put({ Notes__c: 'Wants', Draft__c: '{}' });
    expect([requests.length, pauses()]).toEqual([0, [TYPING_PAUSE]]);
    await pass(TYPING_PAUSE);
    expect(requests.map(({ fields }) => fields)).toEqual([{ Notes__c: 'Wants', Draft__c: '{}' }]);
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
    row.arrive(async () => CALL_ID);
    await settled();
    expect(requests.map(({ fields }) => fields)).toEqual([{ Notes__c: 'Early' }]);
});

test('a row that could not be made is tried again by itself until it is there', async () => {
    const { row, news, pass } = lane();
    const answers = [Promise.reject(new Error('no')), Promise.reject(new Error('no')), Promise.resolve(CALL_ID)];
    answers.forEach((answer) => answer.catch(() => undefined));
    await row.arrive(() => answers.shift() ?? Promise.resolve(''));
    expect(news.at(-1)).toMatchObject({ callId: '', report: { lines: ['no'] }, isSaved: false });
    await pass(2000);
    await pass(4000);
    expect(news.at(-1)).toEqual({ callId: CALL_ID, report: undefined, isSaved: true });
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
