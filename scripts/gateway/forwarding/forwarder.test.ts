import { createCallExtras } from '../extraFields/callExtras.ts';
import type { CallExtras } from '../extraFields/callExtras.ts';
import type { DescribedField } from '../extraFields/fieldSchema.ts';
import { createSqliteJournal } from '../journal/sqliteJournal.ts';
import type { Journal, Push } from '../journal/journal.ts';
import type { LogEntry } from '../log.ts';
import type { BatchOutcome, CallUpsert } from '../salesforce/salesforceCalls.ts';
import { createForwarder } from './forwarder.ts';
import type { Forwarder } from './forwarder.ts';

const START = 1_795_000_000_000;
const SECOND = 1000;

let now: number;
const SINCE_1970 = 1_700_000_000_000;
let journal: Journal;
let sent: (readonly CallUpsert[])[];
let logged: LogEntry[];
let answers: ((batch: readonly CallUpsert[]) => BatchOutcome)[];
let always: (batch: readonly CallUpsert[]) => BatchOutcome;
let forwarder: Forwarder;
let broken: boolean;
let describeCall: () => Promise<readonly DescribedField[]>;
let extras: CallExtras;

const TIER: DescribedField = {
    name: 'Tier__c',
    type: 'string',
    length: 10,
    precision: 0,
    scale: 0,
    createable: true,
    updateable: true,
    calculated: false,
    unique: false,
    htmlFormatted: false,
    restrictedPicklist: false,
    picklistValues: []
};

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
    always = stored;
    broken = false;
    describeCall = () => Promise.resolve([TIER]);
    extras = createCallExtras({
        extras: [{ parameter: 'TIER', field: 'Tier__c', place: 'line 7: TIER' }],
        describe: () => describeCall(),
        now: () => now,
        log: (entry) => logged.push(entry)
    });
    journal = createSqliteJournal({ file: ':memory:', now: () => now });
    forwarder = createForwarder({
        journal: {
            ...journal,
            claim: (request) => (broken ? Promise.reject(new Error('disk I/O error')) : journal.claim(request))
        },
        calls: {
            upsert(batch) {
                sent.push(batch);
                return Promise.resolve((answers.shift() ?? always)(batch));
            }
        },
        zones: { timeZone: 'Asia/Kolkata' },
        extras,
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
        clock: () => SINCE_1970 + now,
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

/** Answers every request from now on. */
function serve(answer: (batch: readonly CallUpsert[]) => BatchOutcome): void {
    always = answer;
}

const references = (): string[][] => sent.map((batch) => batch.map(({ reference }) => reference));

test('a batch leaves when it is full, or when its first push has waited for a second', async () => {
    await journal.append(Array.from({ length: 51 }, (_, index) => push(`R${index}`)));
    await expect(forwarder.step()).resolves.toBe(0);
    expect(sent[0]).toHaveLength(50);
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
    now += SECOND;
    await forwarder.flush();
    expect(references()).toEqual([['R1'], ['R2']]);
    expect(forwarder.state().troubles).toEqual(['Salesforce refuses calls until its settings change: INVALID_FIELD']);
    now += 601 * SECOND;
    expect(forwarder.state().troubles).toEqual([]);
});

test('calls that are refused alike are one line of the log', async () => {
    answers = [rows('refused', 'STRING_TOO_LONG')];
    await journal.append(Array.from({ length: 50 }, (_, index) => push(`R${index}`)));
    await forwarder.flush();
    expect(logged).toEqual([
        {
            level: 'error',
            event: 'calls refused by Salesforce',
            code: 'STRING_TOO_LONG',
            fields: ['Queue__c'],
            calls: 50
        }
    ]);
});

/** Lets it run until nothing is left, or for so many seconds. */
async function run(seconds = 3600): Promise<void> {
    const end = now + seconds * SECOND;
    while (now < end) {
        const pause = await forwarder.flush();
        const { waiting } = await journal.counts();
        if (pause === undefined && waiting === 0) {
            return;
        }
        now += pause ?? SECOND;
    }
}

const many = (count: number): Push[] => Array.from({ length: count }, (_, index) => push(`R${index}`));
const holds = (batch: readonly CallUpsert[], reference: string): boolean =>
    batch.some((call) => call.reference === reference);

test('batches begin small and grow while all goes well', async () => {
    await journal.append(many(600));
    await run();
    expect(sent.map((batch) => batch.length)).toEqual([50, 100, 200, 200, 50]);
});

const timedOut: BatchOutcome = { outcome: 'unavailable', reason: 'too late', mayBeOfCalls: true, saysTooMuch: true };
const wrongId: BatchOutcome = {
    outcome: 'misconfigured',
    reason: 'Salesforce answered MALFORMED_ID',
    mayBeOfCalls: true
};
const internal: BatchOutcome = {
    outcome: 'unavailable',
    reason: 'Salesforce answered UNKNOWN_EXCEPTION',
    mayBeOfCalls: true
};
const limit = rows('retry', 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
const flow = rows('misconfigured', 'CANNOT_EXECUTE_FLOW_TRIGGER');

test.each<[string, (batch: readonly CallUpsert[]) => BatchOutcome]>([
    ['a time-out', () => timedOut],
    ['an internal error', () => internal],
    ['a limit of processor time', limit],
    ['a flow that gives up', flow]
])('%s that comes of too many calls at once is met by fewer of them, which is remembered', async (_, refuse) => {
    serve((batch) => (batch.length > 60 ? refuse(batch) : stored(batch)));
    await journal.append(many(3000));
    await run(60);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, dead: 0 });
    expect(sent.filter((batch) => batch.length > 60).length).toBeLessThan(5);
    expect(sent.length).toBeLessThan(3000 / 40);
});

test.each<[string, number[], (batch: readonly CallUpsert[]) => BatchOutcome]>([
    ['a time-out halves', [50, 100, 50], () => timedOut],
    ['a limit of processor time halves', [50, 100, 50], limit],
    ['a flow that gives up halves', [50, 100, 50], flow],
    ['an internal error, which may be chance, does not halve', [50, 100, 100], () => internal]
])('%s the batches that follow, at the first time', async (_, sizes, refuse) => {
    let refused = 0;
    serve((batch) => {
        refused += batch.length === 100 ? 1 : 0;
        return batch.length === 100 && refused === 1 ? refuse(batch) : stored(batch);
    });
    await journal.append(many(400));
    for (const size of sizes) {
        const from = sent.length;
        await forwarder.step();
        expect(sent[from]).toHaveLength(size);
        now += SECOND;
    }
});

test.each<[string, (batch: readonly CallUpsert[]) => BatchOutcome]>([
    ['a time-out', () => timedOut],
    ['an internal error', () => internal],
    ['a whole request that is refused', () => wrongId],
    ['a limit of processor time', limit]
])('one call that makes %s of each request does not stop the others, and is given up', async (_, refuse) => {
    serve((batch) => (holds(batch, 'R7') ? refuse(batch) : stored(batch)));
    await journal.append(many(1000));
    await run(10);
    const { waiting, dead } = await journal.counts();
    expect(waiting + dead).toBe(1);
    expect(sent.length).toBeLessThan(40);
    await journal.append([push('later')]);
    now += SECOND;
    await run();
    await expect(journal.deadLetters({ after: 0, limit: 9 })).resolves.toMatchObject([{ reference: 'R7' }]);
    expect(sent.some((batch) => holds(batch, 'later'))).toBe(true);
    expect(sent.length).toBeLessThan(60);
});

test('several such calls, first in line, do not stop the others either', async () => {
    const bad = new Set(['R0', 'R1', 'R2', 'R30', 'R31']);
    serve((batch) => (batch.some(({ reference }) => bad.has(reference)) ? internal : stored(batch)));
    await journal.append(many(500));
    await run(30);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 5, dead: 0 });
    for (let count = 0; count < 20; count += 1) {
        await journal.append([push(`later-${count}`)]);
        await run(300);
    }
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, dead: 5 });
});

test('such a call in a quiet hour delays nobody, and is no dead letter before others show that it is to blame', async () => {
    serve((batch) => (holds(batch, 'R0') ? internal : stored(batch)));
    await journal.append([push('R0')]);
    await run(1800);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 1, dead: 0 });
    for (let count = 1; count < 30; count += 1) {
        await journal.append([push(`R${count}`)]);
        const before = now;
        await run(300);
        const arrived = sent.findIndex((batch) => holds(batch, `R${count}`));
        expect(arrived).toBeGreaterThan(0);
        expect(now - before).toBeLessThanOrEqual(301 * SECOND);
    }
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, dead: 1 });
});

test('hours of internal errors cost few requests and give no call up', async () => {
    let isAway = true;
    serve((batch) => (isAway ? internal : stored(batch)));
    await journal.append(many(500));
    await run(6 * 3600);
    expect(sent.length).toBeLessThan(6 * 13 * 4);
    isAway = false;
    await run(1800);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, dead: 0 });
});

test('an org whose settings refuse everything is asked for a few calls, not for all that wait', async () => {
    let isWrong = true;
    serve((batch) => (isWrong ? rows('misconfigured', 'INSUFFICIENT_ACCESS')(batch) : stored(batch)));
    await journal.append(many(3000));
    await run(3600);
    expect(sent.length).toBeLessThan(60);
    expect(forwarder.state().troubles).toEqual([
        'Salesforce refuses calls until its settings change: INSUFFICIENT_ACCESS'
    ]);
    isWrong = false;
    await run(900);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, dead: 0 });
    expect(forwarder.state().troubles).toEqual([]);
});

test('calls that wait for settings do not keep the others', async () => {
    const bad = (reference: string): boolean => Number(reference.slice(1)) % 2 === 0;
    serve((batch) => ({
        outcome: 'answered',
        rows: batch.map(({ reference }) =>
            bad(reference)
                ? { outcome: 'misconfigured', code: 'INACTIVE_OWNER_OR_USER', fields: [] }
                : { outcome: 'stored', created: true }
        )
    }));
    await journal.append(many(1000));
    await run(5);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 500, dead: 0 });
    const before = sent.length;
    await run(600);
    expect(sent.length - before).toBeLessThan(4);
});

test('an idle gateway does not complain of what another one has sent', async () => {
    answers = [() => ({ outcome: 'unavailable', reason: 'Salesforce answered HTTP 503' })];
    await journal.append([push('R1')]);
    await forwarder.flush();
    expect(forwarder.state().troubles).toHaveLength(1);
    now += 2 * SECOND;
    await journal.settle(
        (await journal.claim({ limit: 1, mostBytes: 1000, lease: 1, partialAfter: 0 })).map(
            ({ reference, claim, pushes }) => ({
                reference,
                claim,
                seqs: pushes.map(({ seq }) => seq),
                outcome: 'settled'
            })
        )
    );
    await forwarder.flush();
    expect(forwarder.state().troubles).toEqual([]);
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
    await forwarder.flush();
    expect(references().slice(1)).toEqual([['R1'], ['R2']]);
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
        zones: { timeZone: 'Asia/Kolkata' },
        extras,
        settings: {
            flushAfter: SECOND,
            lease: 120 * SECOND,
            longestRequest: 60 * SECOND,
            outageBackoff: { first: SECOND, longest: SECOND }
        },
        rules: { mostAttempts: 3, rowBackoff: { first: 1, longest: 1 }, misconfiguredAfter: 1 },
        now: () => now,
        clock: () => SINCE_1970 + now,
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
    // One call shows first that Salesforce is back.
    expect(references().slice(-2)).toEqual([['R3'], ['R1', 'R2']]);
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
        { reason: expect.stringContaining('MOBILE_NO is missing') as unknown }
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
    expect(forwarder.state()).toMatchObject({ usage });
    expect(forwarder.state().troubles).toHaveLength(seconds === 0 ? 0 : 1);
    expect(forwarder.state().pausedUntil).toBe(seconds === 0 ? undefined : SINCE_1970 + now + seconds * SECOND);
    now += seconds * SECOND;
    expect(forwarder.state().pausedUntil).toBeUndefined();
    expect(logged.map(({ event }) => event)).toEqual(seconds === 0 ? [] : ['forwarding slowed down']);
});

test.each([
    ['stores it', stored, true],
    ['refuses it', rows('refused', 'STRING_TOO_LONG'), false]
])('a call is said to be forwarded when the org %s', async (_what, answer, isForwarded) => {
    answers = [answer];
    expect(forwarder.state().lastForwardAt).toBeUndefined();
    await journal.append([push('R1')]);
    await forwarder.flush();
    expect(forwarder.state().lastForwardAt).toBe(isForwarded ? SINCE_1970 + now : undefined);
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

describe('extra fields', () => {
    const tiers = (): unknown[] => sent.flat().map(({ fields }) => fields.Tier__c);

    test('wait for an org that does not say yet which fields it has, and so do their calls', async () => {
        describeCall = () => Promise.reject(new Error('Salesforce answered HTTP 503'));
        await journal.append([push('R1', { tier: 'Gold' })]);
        await forwarder.flush();
        expect(sent).toEqual([]);
        expect(forwarder.state().troubles).toEqual([
            'The fields of a call are not known: Salesforce answered HTTP 503'
        ]);
        describeCall = () => Promise.resolve([TIER]);
        now += SECOND;
        await forwarder.flush();
        expect(tiers()).toEqual(['Gold']);
        expect(forwarder.state().troubles).toEqual([]);
    });

    test('that the org does not have are said with their place, and filled once it has them', async () => {
        const reason = 'line 7: TIER names a field that calls do not have, or that the gateway’s user may not see';
        describeCall = () => Promise.resolve([]);
        await forwarder.step();
        expect(logged).toEqual([{ level: 'error', event: 'extra field not filled', reason }]);
        await journal.append([push('R1', { tier: 'Gold' })]);
        await forwarder.flush();
        expect(tiers()).toEqual([undefined]);
        expect(forwarder.state().troubles).toEqual([reason]);
        describeCall = () => Promise.resolve([TIER]);
        now += 300 * SECOND;
        await journal.append([push('R2', { tier: 'Silver' })]);
        await forwarder.flush();
        expect(tiers()).toEqual([undefined, 'Silver']);
        expect(forwarder.state().troubles).toEqual([]);
    });

    test('stay as the org last said while it cannot be asked again', async () => {
        await forwarder.step();
        describeCall = () => Promise.reject(new Error('Salesforce answered HTTP 503'));
        now += 3600 * SECOND;
        await journal.append([push('R1', { tier: 'Gold' })]);
        await forwarder.flush();
        expect(tiers()).toEqual(['Gold']);
    });

    test.each(['refused', 'misconfigured'] as const)(
        'that Salesforce calls %s are left out, and the call goes in',
        async (outcome) => {
            answers.push((batch) => ({
                outcome: 'answered',
                rows: batch.map(({ reference }) =>
                    reference === 'R1'
                        ? { outcome, code: 'INVALID_OR_NULL', fields: ['Tier__c'] }
                        : { outcome: 'stored', created: true }
                )
            }));
            await journal.append([push('R1', { tier: 'Gold' }), push('R2', { tier: 'Gold' })]);
            await forwarder.flush();
            await forwarder.flush();
            expect(references()).toEqual([['R1', 'R2'], ['R1']]);
            expect(tiers()).toEqual(['Gold', 'Gold', undefined]);
            await expect(journal.counts()).resolves.toMatchObject({ waiting: 0, dead: 0 });
            expect(forwarder.state()).toMatchObject({ unfitValues: 1, troubles: [] });
            expect(logged).toEqual([
                {
                    level: 'warn',
                    event: 'value refused for an extra field',
                    reason: 'INVALID_OR_NULL',
                    place: 'line 7: TIER'
                }
            ]);
        }
    );

    test('hold what came last, in one batch or in several, and a message that comes again changes nothing', async () => {
        const say = (tier: string): Push => push('R1', { tier });
        await journal.append([say('Gold'), say('Silver'), push('R1', { tier: '', QUEUE_NAME: 'SUPPORT' })]);
        await forwarder.flush();
        await journal.append([say('Gold')]);
        await forwarder.flush();
        await journal.append([say('Bronze')]);
        await forwarder.flush();
        expect(tiers()).toEqual(['Silver', undefined, 'Bronze']);
    });

    test('are filled again by a replay, in the order in which the messages came', async () => {
        await journal.append([push('R1', { tier: 'Gold' }), push('R1', { tier: 'Silver' })]);
        await forwarder.flush();
        await journal.append([push('R1', { tier: 'Gold' })]);
        await forwarder.flush();
        await journal.replay({ since: 0 });
        await forwarder.flush();
        expect(tiers()).toEqual(['Silver', undefined, 'Silver']);
    });
});
