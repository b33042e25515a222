/**
 * `npm run bench -- org`: rows a second and API requests of load-calls and backfill-phone-keys, beside writing one row a
 * request, against the local org in a process of its own. `--rows` of the commands, `--single` rows of the alternative.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Connection } from '@jsforce/jsforce-node';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { CALL_OBJECT, CALL_REFERENCE_FIELD } from '#call-record';
import { changeOf, pageQuery } from '../../admin/backfillPhoneKeys/changes.ts';
import { numberRow } from '../../admin/backfillPhoneKeys/backfill.ts';
import { keyedObjects } from '../../admin/backfillPhoneKeys/keyFields.ts';
import { createIngestJobs } from '../../admin/bulk/ingestJob.ts';
import { jobCsv } from '../../admin/bulk/jobCsv.ts';
import { runCommandLine } from '../../admin/cli/commandLine.ts';
import { commands } from '../../admin/commands.ts';
import { openCallFile } from '../../admin/loadCalls/callFile.ts';
import { readHistoricCall, recordsOf } from '../../admin/loadCalls/historicCall.ts';
import { queryRows } from '../../admin/org/rows.ts';
import { root } from '../../admin/root.ts';
import { startLocalOrg } from './localOrg.ts';

const { values } = parseArgs({
    options: { rows: { type: 'string', default: '10000' }, single: { type: 'string', default: '1000' } }
});
const { rows, single } = z
    .object({ rows: z.coerce.number().int().positive(), single: z.coerce.number().int().positive() })
    .parse(values);

interface Measured {
    readonly name: string;
    readonly rows: number;
    readonly perSecond: number;
    readonly requestsPerThousand: number;
}

const folder = mkdtempSync(join(tmpdir(), 'org-bench-'));
const silent = { isLive: false, print: () => undefined, note: () => undefined, progress: () => undefined };

async function usedRequests(connection: Connection): Promise<number> {
    await connection.query('SELECT Id FROM ConVox_Server__c LIMIT 1');
    return connection.limitInfo.apiUsage?.used ?? Number.NaN;
}

async function measure(
    connection: Connection,
    name: string,
    count: number,
    work: () => Promise<void>
): Promise<Measured> {
    const before = await usedRequests(connection);
    const started = performance.now();
    await work();
    const seconds = (performance.now() - started) / 1000;
    // The question after the count costs one request itself.
    const requests = (await usedRequests(connection)) - before - 1;
    return { name, rows: count, perSecond: count / seconds, requestsPerThousand: (requests / count) * 1000 };
}

async function command(connection: Connection, line: readonly string[]): Promise<void> {
    const code = await runCommandLine(commands, line, {
        root,
        folder,
        clock: () => new Date(),
        environment: {},
        terminal: silent,
        run: () => Promise.reject(new Error('no process is needed')),
        connect: () => Promise.resolve(connection),
        connectAsGateway: () => Promise.reject(new Error('The bench asks as nobody else')),
        interrupted: new AbortController().signal
    });
    if (code !== 0) {
        throw new Error(`${line.join(' ')} ended with ${code}`);
    }
}

const phone = (index: number): string =>
    `+91 ${90000 + Math.floor(index / 100_000)} ${String(index % 100_000).padStart(5, '0')}`;

const HEADER = [
    ...[
        'CALL_REFERENCE_ID',
        'MOBILE_NO',
        'USER_ID',
        'CALL_MODE',
        'CALL_STATUS',
        'CALL_DATE',
        'CALL_DURATION',
        'QUEUE_NAME'
    ],
    ...['QUEUE_DURATION', 'RING_DURATION', 'COMPLETED_BY', 'STATION', 'DID', 'LEAD ID', 'DISPOSITION', 'PROCESS_NAME']
];

function writeCalls(path: string, prefix: string, count: number): void {
    const lines = Array.from({ length: count }, (_, index) => [
        ...[`${prefix}-${index}`, phone(index), 'AG_ASHA', 'inbound', 'Connected', '2026-02-01T10:15:00'],
        ...[
            String(30 + (index % 300)),
            'SUPPORT_Q',
            '12',
            '5',
            'agent',
            '1001',
            '4040123400',
            String(4_543_201 + index)
        ],
        ...['RESOLVED', 'SUPPORT']
    ]);
    writeFileSync(path, stringify([HEADER, ...lines]));
}

async function measureCalls(connection: Connection): Promise<Measured[]> {
    const many = join(folder, 'many.csv');
    const few = join(folder, 'few.csv');
    writeCalls(many, 'BULK', rows);
    writeCalls(few, 'SINGLE', single);
    return [
        await measure(connection, 'load-calls', rows, () => command(connection, ['load-calls', many])),
        await measure(connection, 'one upsert a call', single, async () => {
            const moment = { timeZone: 'Asia/Kolkata', now: new Date() };
            const file = await openCallFile(few, ',');
            for await (const row of file.rows()) {
                const [record] = recordsOf([readHistoricCall(file.header, row, moment)], moment);
                await connection.sobject(CALL_OBJECT).upsert({ ...record }, CALL_REFERENCE_FIELD);
            }
        })
    ];
}

/** Contacts whose keys are wrong; a before-save flow fills keys that are missing, so that missing ones cannot be made. */
async function spoilKeys(connection: Connection, count: number): Promise<void> {
    const jobs = createIngestJobs(connection, new AbortController().signal);
    const run = async (operation: 'insert' | 'update', records: readonly Record<string, string>[]): Promise<void> => {
        const id = await jobs.create({ object: 'Contact', operation });
        await jobs.upload(id, jobCsv(records));
        await jobs.wait(id);
    };
    await run(
        'insert',
        Array.from({ length: count }, (_, index) => ({ LastName: `Old ${index}`, MobilePhone: phone(index) }))
    );
    const ids = await queryRows(
        connection,
        "SELECT Id FROM Contact WHERE LastName LIKE 'Old %'",
        z.object({ Id: z.string() })
    );
    await run(
        'update',
        ids.map(({ Id }) => ({ Id, ConVox_Mobile_Key__c: '0' }))
    );
}

async function measureKeys(connection: Connection): Promise<Measured[]> {
    const [contact] = keyedObjects;
    if (contact?.object !== 'Contact') {
        throw new Error('The contact is not the first object that has keys');
    }
    await spoilKeys(connection, rows + single);
    const changes: Record<string, string | null>[] = [];
    const alternative = await measure(connection, 'one update a contact', single, async () => {
        const page = await queryRows(connection, pageQuery(contact, '', single + 50), numberRow);
        changes.push(
            ...page.flatMap((row) => [changeOf(row, contact)].filter((change) => change !== undefined)).slice(0, single)
        );
        for (const change of changes) {
            await connection.sobject('Contact').update({ ...change, Id: change['Id'] ?? '' });
        }
    });
    return [
        await measure(connection, 'backfill-phone-keys', rows, () => command(connection, ['backfill-phone-keys'])),
        alternative
    ];
}

function print(title: string, [ours, alternative]: readonly Measured[]): void {
    console.log(
        `${title.padEnd(26)}${'rows'.padStart(10)}${'a second'.padStart(12)}${'times'.padStart(10)}${'requests per 1,000'.padStart(22)}`
    );
    for (const one of [ours, alternative]) {
        if (one) {
            const times = one.perSecond / (alternative?.perSecond ?? Number.NaN);
            console.log(
                `${one.name.padEnd(26)}${one.rows.toLocaleString('en-IN').padStart(10)}${Math.round(one.perSecond).toLocaleString('en-IN').padStart(12)}` +
                    `${`${times.toFixed(2)} x`.padStart(10)}${one.requestsPerThousand.toFixed(1).padStart(22)}`
            );
        }
    }
    console.log('');
}

const org = await startLocalOrg(join(folder, 'org.sqlite'));
try {
    print('Calls', await measureCalls(org.connection));
    print('Phone keys', await measureKeys(org.connection));
    console.log(
        'The local org saves rows far more slowly and answers far more quickly than a real one; the requests are what counts against an allowance.\n' +
            `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`
    );
} finally {
    await org.stop();
    rmSync(folder, { recursive: true, force: true });
}
