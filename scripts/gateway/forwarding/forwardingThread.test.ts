import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteJournal } from '../journal/sqliteJournal.ts';
import type { SqliteJournal } from '../journal/sqliteJournal.ts';
import type { LogEntry } from '../log.ts';
import { startStandInOrg } from '../salesforce/standInOrg.ts';
import type { StandInOrg } from '../salesforce/standInOrg.ts';
import type { RequestReport } from './upsertRequest.ts';
import type { ForwardingJob } from './forwardingJob.ts';
import { forwardInThread } from './forwardingThread.ts';

const folder = mkdtempSync(join(tmpdir(), 'forwarding-'));
let org: StandInOrg;
let journal: SqliteJournal;
let reports: RequestReport[];
let logged: LogEntry[];

beforeEach(async () => {
    org = await startStandInOrg();
    journal = await openSqliteJournal({ file: join(folder, `${Math.random()}.sqlite`) });
    reports = [];
    logged = [];
});

afterEach(async () => {
    await journal.close();
    await org.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function job(loginUrl: string): ForwardingJob {
    return {
        timeZone: 'Asia/Kolkata',
        salesforce: { loginUrl, clientId: 'client', clientSecret: 'client secret', timeout: 5000 },
        settings: {
            flushAfter: 60_000,
            lease: 60_000,
            longestRequest: 20_000,
            outageBackoff: { first: 60_000, longest: 60_000 },
            rowBackoff: { first: 1000, longest: 1000 },
            misconfiguredAfter: 1000,
            mostAttempts: 3
        },
        requested: (report) => reports.push(report),
        log: (entry) => logged.push(entry)
    };
}

const push = {
    reference: 'R1',
    receivedAt: Date.now(),
    shape: 'form',
    body: 'MOBILE_NO=9876543201&CALL_REFERENCE_ID=R1'
} as const;

const neverFails = (error: Error): void => {
    throw error;
};

test('a thread forwards what the journal of another holds, and reports it', async () => {
    const forwarding = forwardInThread(job(org.url), { port: journal.connect() }, neverFails);
    await forwarding.started;
    await journal.append([push]);
    await forwarding.flushed();
    expect(org.received.at(-1)?.body).toContain('"R1"');
    expect(reports).toMatchObject([{ calls: 1, pushes: 1, outcome: 'answered', rows: { stored: 1, retry: 0 } }]);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0 });
    await journal.append([push]);
    await forwarding.stop(5000);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 0 });
    await forwarding.flushed();
});

test('what keeps a thread from forwarding is known here, and logged', async () => {
    const forwarding = forwardInThread(job('http://127.0.0.1:1'), { port: journal.connect() }, neverFails);
    await journal.append([push]);
    await forwarding.flushed();
    expect(forwarding.state().troubles).toEqual([expect.stringMatching(/^Salesforce cannot be reached: /)]);
    expect(logged).toMatchObject([{ event: 'calls are not forwarded' }]);
    await forwarding.stop(0);
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 1 });
});

test('a thread that dies says so, once, and to whoever waits for its start', async () => {
    const failures: Error[] = [];
    const thread = forwardInThread(job(org.url), { postgres: 'postgresql://127.0.0.1:1/none' }, (error) => {
        failures.push(error);
    });
    await expect(thread.started).rejects.toThrow('ECONNREFUSED');
    expect(failures).toMatchObject([{ message: expect.stringContaining('ECONNREFUSED') as unknown }]);
});
