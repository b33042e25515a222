import { createSqliteJournal } from '../journal/sqliteJournal.ts';
import type { Journal, Push } from '../journal/journal.ts';
import type { LogEntry } from '../log.ts';
import type { BatchOutcome, CallUpsert } from '../salesforce/salesforceCalls.ts';
import { createForwarder } from './forwarder.ts';
import type { Forwarder } from './forwarder.ts';

const START = 1_795_000_000_000;
const SECOND = 1000;

let now: number;
let journal: Journal;
let sent: (readonly CallUpsert[])[];
let logged: LogEntry[];
let answers: ((batch: readonly CallUpsert[]) => BatchOutcome)[];
let forwarder: Forwarder;
let broken: boolean;

const stored = (batch: readonly CallUpsert[]): BatchOutcome => ({
    outcome: 'answered',
    rows: batch.map(() => ({ outcome: 'stored', created: true }))
});

/** Every call gets the same row outcome. */
const rows =
    (outcome: 'retry' | 'refused' | 'misconfigured', code: string) =>
    (batch: readonly CallUpsert[]): BatchOutcome => ({
        outcome: 'answered',
        rows: batch.map(() => (outcome === 'retry' ? { outcome, code } : { outcome, code, fields: ['Queue__c'] }))
    });

beforeEach(() => {
    now = START;
    sent = [];
    logged = [];
    answers = [];
    broken = false;
    journal = createSqliteJournal({ file: ':memory:' });
    forwarder = createForwarder({
        journal: {
            ...journal,
            claim: (request) => (broken ? Promise.reject(new Error('disk I/O error')) : journal.claim(request))
        },
        calls: {
            upsert(batch) {
                sent.push(batch);
                return Promise.resolve((answers.shift() ?? stored)(batch));
            }
        },
        timeZone: 'Asia/Kolkata',
        settings: {
            flushAfter: SECOND,
            lease: 120 * SECOND,
            longestRequest: 60 * SECOND,
            outageBackoff: { first: SECOND, longest: 300 * SECOND }
        },
        rules: {
            mostAttempts: 3,
            rowBackoff: { first: 2 * SECOND, longest: 900 * SECOND },
            misconfiguredAfter: 300 * SECOND
        },
        now: () => now,
        random: () => 1,
        requested: () => undefined,
        log: (entry) => logged.push(entry)
    });
});

afterEach(() => journal.close());

function push(reference: string, values: Readonly<Record<string, string>> = {}): Push {
    const body = new URLSearchParams({ MOBILE_NO: '9876543201', CALL_REFERENCE_ID: reference, ...values }).toString();
    return { reference, receivedAt: now, shape: 'form', body };
}

const references = (): string[][] => sent.map((batch) => batch.map(({ reference }) => reference));

test('a batch leaves when it is full, or when its first push has waited for a second', async () => {
    await journal.append(Array.from({ length: 201 }, (_, index) => push(`R${index}`)));
    await expect(forwarder.step()).resolves.toBe(0);
    expect(sent[0]).toHaveLength(200);
    await expect(forwarder.step()).resolves.toBe(250);
    now += SECOND;
    await expect(forwarder.step()).resolves.toBe(0);
    expect(sent[1]).toHaveLength(1);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0 });
});

test('two pushes of one call are one row: later values win, blank ones do not, and the call moves forward only', async () => {
    await journal.append([
        push('R1', { DISPOSITION: 'SALE', QUEUE_NAME: 'SUPPORT', CALL_STATUS: 'Connected', CALL_DURATION: '90' }),
        push('R2'),
        push('R1', {
            DISPOSITION: '',
            QUEUE_NAME: '',
            CALL_STATUS: 'Connected',
            CALL_DURATION: '95',
            RECORDING_FILE_NAME: 'a.wav'
        })
    ]);
    await forwarder.flush();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject([
        {
            reference: 'R1',
            fields: {
                Disposition__c: 'SALE',
                Queue__c: 'SUPPORT',
                Duration_Seconds__c: 95,
                Recording_File__c: 'a.wav',
                Status__c: 'Disposed'
            }
        },
        { reference: 'R2' }
    ]);
});

test('a call that met a lock is tried again with growing pauses, and is a dead letter in the end', async () => {
    answers = [
        rows('retry', 'UNABLE_TO_LOCK_ROW'),
        rows('retry', 'DUPLICATE_VALUE'),
        rows('retry', 'UNABLE_TO_LOCK_ROW')
    ];
    await journal.append([push('R1')]);
    const triedAt: number[] = [];
    for (let count = 0; count < 20; count += 1) {
        const before = sent.length;
        await forwarder.flush();
        if (sent.length > before) {
            triedAt.push((now - START) / SECOND);
        }
        now += SECOND;
    }
    expect(triedAt).toEqual([0, 2, 6]);
    await expect(journal.deadLetters({ after: 0, limit: 9 })).resolves.toMatchObject([
        { reference: 'R1', reason: 'UNABLE_TO_LOCK_ROW after 3 attempts' }
    ]);
});

test('a call that Salesforce does not take as it is becomes a dead letter at once, the others go in', async () => {
    answers = [
        (batch) => ({
            outcome: 'answered',
            rows: batch.map(({ reference }) =>
                reference === 'R1'
                    ? { outcome: 'refused', code: 'STRING_TOO_LONG', fields: ['Queue__c'] }
                    : { outcome: 'stored', created: true }
            )
        })
    ];
    await journal.append([push('R1'), push('R2')]);
    await forwarder.flush();
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, dead: 1 });
    await expect(journal.deadLetters({ after: 0, limit: 9 })).resolves.toMatchObject([
        { reference: 'R1', reason: 'STRING_TOO_LONG Queue__c' }
    ]);
});

test('a call that waits for the settings of the org never becomes a dead letter, and the state says why it waits', async () => {
    answers = Array.from({ length: 5 }, () => rows('misconfigured', 'INSUFFICIENT_ACCESS_OR_READONLY'));
    await journal.append([push('R1')]);
    for (let count = 0; count < 5; count += 1) {
        await forwarder.flush();
        now += 300 * SECOND;
    }
    expect(sent).toHaveLength(5);
    expect(forwarder.state().troubles).toEqual([
        'Salesforce refuses calls until its settings change: INSUFFICIENT_ACCESS_OR_READONLY'
    ]);
    await journal.append([push('R2')]);
    now += SECOND;
    answers = [stored];
    await forwarder.flush();
    await forwarder.flush();
    expect(forwarder.state().troubles).toEqual([]);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, dead: 0 });
});

test('a call that goes in does not hide one that does not', async () => {
    answers = [rows('misconfigured', 'INVALID_FIELD'), stored];
    await journal.append([push('R1')]);
    await forwarder.flush();
    await journal.append([push('R2')]);
    await forwarder.flush();
    expect(references()).toEqual([['R1'], ['R2']]);
    expect(forwarder.state().troubles).toEqual(['Salesforce refuses calls until its settings change: INVALID_FIELD']);
    now += 601 * SECOND;
    expect(forwarder.state().troubles).toEqual([]);
});

test('calls that are refused alike are one line of the log', async () => {
    answers = [rows('refused', 'STRING_TOO_LONG')];
    await journal.append(Array.from({ length: 150 }, (_, index) => push(`R${index}`)));
    await forwarder.flush();
    expect(logged).toEqual([
        {
            level: 'error',
            event: 'calls refused by Salesforce',
            code: 'STRING_TOO_LONG',
            fields: ['Queue__c'],
            calls: 150
        }
    ]);
});

test('a batch that takes too long is sent in parts, which grow again', async () => {
    const late = (): BatchOutcome => ({ outcome: 'unavailable', reason: 'too late', timedOut: true });
    answers = [late, late];
    await journal.append(Array.from({ length: 400 }, (_, index) => push(`R${index}`)));
    for (let pause = await forwarder.flush(); pause !== undefined; pause = await forwarder.flush()) {
        now += pause;
    }
    expect(sent.map((batch) => batch.length)).toEqual([200, 100, 50, 100, 200, 50]);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0 });
});

test('no request is begun when its calls may be somebody else’s before it ends', async () => {
    answers = [
        () => {
            now += 61 * SECOND;
            return { outcome: 'unreadable', reason: 'Salesforce answered HTTP 413' };
        }
    ];
    await journal.append([push('R1'), push('R2')]);
    await forwarder.flush();
    expect(sent).toHaveLength(1);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 2, dead: 0 });
    await forwarder.flush();
    expect(references().at(-1)).toEqual(['R1', 'R2']);
});

test('a request that is given up leaves its calls waiting', async () => {
    let asked = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const waiting = createForwarder({
        journal,
        calls: {
            upsert(_, ended) {
                asked();
                return new Promise((resolve) => {
                    ended?.addEventListener('abort', () => resolve({ outcome: 'unavailable', reason: 'given up' }));
                });
            }
        },
        timeZone: 'Asia/Kolkata',
        settings: {
            flushAfter: SECOND,
            lease: 120 * SECOND,
            longestRequest: 60 * SECOND,
            outageBackoff: { first: SECOND, longest: SECOND }
        },
        rules: { mostAttempts: 3, rowBackoff: { first: 1, longest: 1 }, misconfiguredAfter: 1 },
        now: () => now,
        random: () => 1,
        requested: () => undefined,
        log: () => undefined
    });
    await journal.append([push('R1')]);
    const flushed = waiting.flush();
    await isAsked;
    waiting.abandon();
    await flushed;
    await forwarder.flush();
    expect(references()).toEqual([['R1']]);
});

test('while Salesforce is away, pauses double, no attempt is counted, and everything goes in order afterwards', async () => {
    const away = (): BatchOutcome => ({ outcome: 'unavailable', reason: 'Salesforce answered HTTP 503' });
    answers = Array.from({ length: 12 }, () => away);
    await journal.append([push('R1'), push('R2')]);
    const pauses: number[] = [];
    for (let count = 0; count < 12; count += 1) {
        const pause = (await forwarder.flush()) ?? 0;
        pauses.push(pause / SECOND);
        expect(forwarder.state().troubles).toEqual(['Salesforce answered HTTP 503']);
        now += pause;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    await journal.append([push('R3')]);
    await forwarder.flush();
    expect(references().at(-1)).toEqual(['R1', 'R2', 'R3']);
    expect(forwarder.state().troubles).toEqual([]);
    expect(logged.map(({ event }) => event)).toEqual(['calls are not forwarded', 'calls are forwarded again']);
});

test('Salesforce says how long to stay away', async () => {
    answers = [() => ({ outcome: 'unavailable', reason: 'Salesforce answered HTTP 429', retryAfterSeconds: 90 })];
    await journal.append([push('R1')]);
    await expect(forwarder.flush()).resolves.toBe(90 * SECOND);
    await expect(forwarder.step()).resolves.toBe(90 * SECOND);
    expect(sent).toHaveLength(1);
});

test('the one call that Salesforce cannot read is found, the others go in', async () => {
    const unreadable = (batch: readonly CallUpsert[]): BatchOutcome =>
        batch.some(({ reference }) => reference === 'R5')
            ? { outcome: 'unreadable', reason: 'Salesforce answered JSON_PARSER_ERROR' }
            : stored(batch);
    answers = Array.from({ length: 20 }, () => unreadable);
    await journal.append(Array.from({ length: 16 }, (_, index) => push(`R${index}`)));
    await forwarder.flush();
    await expect(journal.deadLetters({ after: 0, limit: 9 })).resolves.toMatchObject([{ reference: 'R5' }]);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0 });
    expect(sent.length).toBeLessThanOrEqual(9);
});

test('a push that is no longer understood is a dead letter, not a stop', async () => {
    await journal.append([{ reference: 'R1', receivedAt: now, shape: 'form', body: 'nothing=1' }, push('R2')]);
    await forwarder.flush();
    expect(references()).toEqual([['R2']]);
    await expect(journal.deadLetters({ after: 0, limit: 9 })).resolves.toMatchObject([
        { reason: expect.stringContaining('mobileNumber') as unknown }
    ]);
});

test.each([
    [0.79, 0],
    [0.85, 10],
    [0.93, 60],
    [0.96, 300],
    [0.99, 900]
])('with %d of the allowance used, requests are at least %d seconds apart', async (share, seconds) => {
    const usage = { used: share * 10_000, allowed: 10_000 };
    answers = [(batch) => ({ ...stored(batch), usage })];
    await journal.append([push('R1')]);
    await expect(forwarder.flush()).resolves.toBe(seconds * SECOND);
    expect(forwarder.state().troubles).toHaveLength(seconds === 0 ? 0 : 1);
    expect(logged.map(({ event }) => event)).toEqual(seconds === 0 ? [] : ['forwarding slowed down']);
});

test('a journal that fails is waited for', async () => {
    await journal.append([push('R1')]);
    broken = true;
    await expect(forwarder.flush()).resolves.toBe(SECOND);
    expect(forwarder.state().troubles).toEqual(['The journal does not work: disk I/O error']);
    broken = false;
    now += SECOND;
    await forwarder.flush();
    expect(references()).toEqual([['R1']]);
});
