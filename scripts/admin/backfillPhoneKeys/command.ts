import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { createIngestJobs } from '../bulk/ingestJob.ts';
import type { RefusedFile } from '../bulk/refusedFile.ts';
import { openRefusedFile } from '../bulk/refusedFile.ts';
import type { StateFile } from '../bulk/stateFile.ts';
import type { Command, Desk, Invocation, Outcome } from '../cli/command.ts';
import { AdminError, dryRun, targetOrg } from '../cli/command.ts';
import { createProgress } from '../cli/progress.ts';
import { wholeNumber } from '../cli/values.ts';
import { queryCount, queryRows } from '../org/rows.ts';
import type { BackfillState, ObjectProgress } from './backfill.ts';
import { backfillObject, backfillStateFile, countNeed, untouched } from './backfill.ts';
import { countQuery } from './changes.ts';
import { keyedObjectsOf } from './keyFields.ts';

const ROWS_PER_JOB = 10_000;
const MOST_ROWS_PER_JOB = 100_000;
const NAME = 'convox-phone-keys';

export const backfillPhoneKeysCommand: Command = {
    name: 'backfill-phone-keys',
    summary: 'give existing contacts, leads and accounts the keys by which callers are found',
    options: {
        'target-org': targetOrg,
        'dry-run': dryRun('count the rows that need keys, change nothing'),
        'rows-per-job': {
            type: 'string',
            value: '<number>',
            summary: `rows that go to the org together, up to ${MOST_ROWS_PER_JOB}; ${ROWS_PER_JOB} when left out`
        },
        'accept-refused': {
            type: 'boolean',
            summary: 'call the keys filled although the org refused rows, for example by a rule of its own'
        },
        'start-over': { type: 'boolean', summary: 'forget where an interrupted run stands' }
    },
    notes: `Rows with a number are read, their keys are made by the rule that the package's flows follow, and rows whose keys are missing
or wrong are written. Meanwhile the ConVox servers are marked as not filled, so that callers are also found by the end of
their number; at the end they are marked as filled.

Rows that the org refuses go to ${NAME}.refused.csv in the current folder. Where the work stands is kept in
${NAME}.state.json there: after Ctrl+C or a crash, the same command goes on from there.`,
    run
};

async function run(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const rowsPerJob = wholeNumber(invocation, 'rows-per-job', ROWS_PER_JOB, MOST_ROWS_PER_JOB);
    const connection = await desk.connect(invocation.text('target-org'));
    if (invocation.isSet('dry-run')) {
        return trial(connection, desk);
    }
    const stateFile = backfillStateFile(join(desk.folder, `${NAME}.state.json`));
    if (invocation.isSet('start-over')) {
        stateFile.remove();
    }
    const start = startOf(stateFile, connection);
    const refused = openRefusedFile(join(desk.folder, `${NAME}.refused.csv`), ['Id', 'Reason'], start.refusedBytes);
    const end = await fillAll({ connection, start, stateFile, refused, rowsPerJob }, desk);
    const isFilled = refused.size() === 0 || invocation.isSet('accept-refused');
    const marked = isFilled ? await markServers(connection, true) : 0;
    stateFile.remove();
    return outcome(end.objects, { isFilled, marked, refusedFile: refused.size() === 0 ? undefined : refused.path });
}

function startOf(stateFile: StateFile<BackfillState>, { instanceUrl }: Connection): BackfillState {
    const state = stateFile.read() ?? { version: 1 as const, org: instanceUrl, refusedBytes: 0, objects: {} };
    if (state.org !== instanceUrl) {
        throw new AdminError(`${stateFile.path} belongs to another org.`, [
            'Go on with that one, or begin anew with --start-over.'
        ]);
    }
    return state;
}

interface Filling {
    readonly connection: Connection;
    readonly start: BackfillState;
    readonly stateFile: StateFile<BackfillState>;
    readonly refused: RefusedFile;
    readonly rowsPerJob: number;
}

async function fillAll(
    { connection, start, stateFile, refused, rowsPerJob }: Filling,
    desk: Desk
): Promise<BackfillState> {
    const { terminal, clock, interrupted } = desk;
    let state = start;
    let unmarking: Promise<number> | undefined;
    for (const target of await keyedObjectsOf(connection)) {
        const before = state.objects[target.name] ?? untouched;
        if (before.isDone) {
            continue;
        }
        const total = before.checked + (await queryCount(connection, countQuery(target, before.afterId)));
        const progress = createProgress(terminal, clock, target.name.padEnd(7), { total, before: before.checked });
        const end = await backfillObject(target, before, {
            connection,
            jobs: createIngestJobs(connection, interrupted, desk.shortestWait),
            refused,
            rowsPerJob,
            interrupted,
            save: (reached) => {
                const objects = { ...state.objects, [target.name]: reached };
                state = { ...state, refusedBytes: refused.size(), objects };
                stateFile.write(state);
            },
            onProgress: (checked) => progress.show(checked),
            beforeChange: async () => {
                unmarking ??= markServers(connection, false);
                await unmarking;
            }
        });
        progress.finish(end.checked);
    }
    return state;
}

interface End {
    readonly isFilled: boolean;
    readonly marked: number;
    readonly refusedFile: string | undefined;
}

function outcome(objects: Readonly<Record<string, ObjectProgress>>, { isFilled, marked, refusedFile }: End): Outcome {
    const lines = Object.entries(objects).map(
        ([object, { checked, changed, refused }]) =>
            `${object}: ${checked} checked, ${changed} given their keys, ${refused} refused`
    );
    const close = isFilled
        ? `Every server is marked as filled (${marked} changed).`
        : `The servers stay marked as not filled. ${refusedFile} has the refused rows: put them right and run the command again, or accept them with --accept-refused.`;
    return {
        ok: isFilled,
        lines: [...lines, close],
        document: {
            objects: Object.fromEntries(
                Object.entries(objects).map(([object, { checked, changed, refused }]) => [
                    object,
                    { checked, changed, refused }
                ])
            ),
            phoneKeysFilled: isFilled,
            refusedFile: refusedFile ?? null
        }
    };
}

async function trial(connection: Connection, desk: Desk): Promise<Outcome> {
    const needs = [];
    for (const target of await keyedObjectsOf(connection)) {
        const total = await queryCount(connection, countQuery(target, ''));
        const progress = createProgress(desk.terminal, desk.clock, target.name.padEnd(7), { total });
        const need = await countNeed(target, connection, (checked) => progress.show(checked));
        progress.finish(need.checked);
        needs.push({ object: target.name, ...need });
    }
    return {
        ok: true,
        lines: [
            ...needs.map(
                ({ object, checked, needed, examples }) =>
                    `${object}: ${needed} of ${checked} rows need keys${needed === 0 ? '' : `, such as ${examples.join(', ')}`}`
            ),
            'Nothing was changed.'
        ],
        document: {
            dryRun: true,
            objects: Object.fromEntries(
                needs.map(({ object, checked, needed, examples }) => [object, { checked, needed, examples }])
            )
        }
    };
}

const serverRow = z.object({ Id: z.string() });

/** Marks the servers whose mark is another, and returns how many those were. */
async function markServers(connection: Connection, isFilled: boolean): Promise<number> {
    const servers = await queryRows(
        connection,
        `SELECT Id FROM ConVox_Server__c WHERE Phone_Keys_Filled__c = ${!isFilled}`,
        serverRow
    );
    for (const { Id } of servers) {
        await connection.sobject('ConVox_Server__c').update({ Id, Phone_Keys_Filled__c: isFilled });
    }
    return servers.length;
}
