import { resolve } from 'node:path';
import { defaultTimeZone, isTimeZone } from '#contract';
import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { createIngestJobs } from '../bulk/ingestJob.ts';
import { openRefusedFile } from '../bulk/refusedFile.ts';
import type { RefusedFile } from '../bulk/refusedFile.ts';
import type { Command, Desk, Invocation, Outcome } from '../cli/command.ts';
import { AdminError, dryRun, targetOrg, UsageError } from '../cli/command.ts';
import { createProgress } from '../cli/progress.ts';
import { wholeNumber } from '../cli/values.ts';
import { countOf } from '../cli/words.ts';
import { queryRows } from '../org/rows.ts';
import type { CallFile } from './callFile.ts';
import { openCallFile } from './callFile.ts';
import type { LoadMoment } from './historicCall.ts';
import { checkHeader, unknownColumns } from './historicCall.ts';
import type { LoadCounts } from './loadCalls.ts';
import { loadCalls, refusedHeader, tryCalls } from './loadCalls.ts';
import type { LoadState } from './loadState.ts';
import { loadStateFile } from './loadState.ts';
import { qualityWords } from './qualityWords.ts';

const ROWS_PER_JOB = 10_000;
/** A job takes 150 MB; a call with its payload is about 2 kB. */
const MOST_ROWS_PER_JOB = 50_000;

export const loadCallsCommand: Command = {
    name: 'load-calls',
    summary: 'load the history of calls from a CSV file of ConVox',
    takes: '<file.csv>',
    options: {
        'target-org': targetOrg,
        'dry-run': dryRun('read the whole file, say what would be loaded, send nothing'),
        'time-zone': {
            type: 'string',
            value: '<zone>',
            summary: `IANA name of the zone that the file's times are in; the default ConVox server's when left out`
        },
        delimiter: {
            type: 'string',
            value: '<character>',
            summary: 'what separates the columns; a comma when left out'
        },
        'rows-per-job': {
            type: 'string',
            value: '<number>',
            summary: `rows that go to the org together, up to ${MOST_ROWS_PER_JOB}; ${ROWS_PER_JOB} when left out`
        },
        'start-over': { type: 'boolean', summary: 'forget where an interrupted run stands' }
    },
    notes: `The file's first line names the columns, in any spelling that Call Status may have: the sheet's 22 names, their synonyms, in
any case, with blanks, _ or -. Other columns are kept in the call's payload. Rows of the same call become one call. Calls
that the org has already are updated, so that loading twice does no harm.

Rows that make no call, and rows that the org refuses, go to <file.csv>.refused.csv with their reason. Where the load
stands is kept in <file.csv>.load-state.json: after Ctrl+C or a crash, the same command goes on from there.`,
    run
};

async function run(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const [name, ...others] = invocation.positionals;
    if (name === undefined || others.length > 0) {
        throw new UsageError('Name one CSV file.');
    }
    const path = resolve(desk.folder, name);
    const rowsPerJob = wholeNumber(invocation, 'rows-per-job', ROWS_PER_JOB, MOST_ROWS_PER_JOB);
    const file = await openCallFile(path, delimiterOf(invocation));
    const isTrial = invocation.isSet('dry-run');
    const connection =
        isTrial && invocation.text('time-zone') !== undefined
            ? undefined
            : await desk.connect(invocation.text('target-org'));
    const moment = { timeZone: await timeZoneOf(invocation, connection), now: desk.clock() };
    checkHeader(file.header, moment);
    if (isTrial || connection === undefined) {
        return trial(path, file, moment, desk);
    }
    return load({ path, file, moment, connection, rowsPerJob, startOver: invocation.isSet('start-over') }, desk);
}

interface Load {
    readonly path: string;
    readonly file: CallFile;
    readonly moment: LoadMoment;
    readonly connection: Connection;
    readonly rowsPerJob: number;
    readonly startOver: boolean;
}

async function load({ path, file, moment, connection, rowsPerJob, startOver }: Load, desk: Desk): Promise<Outcome> {
    const state = loadStateFile(path);
    if (startOver) {
        state.remove();
    }
    const begun = state.read();
    const start: LoadState = begun ?? {
        version: 1,
        org: connection.instanceUrl,
        fingerprint: file.fingerprint,
        rowsPerJob,
        rowsDone: 0,
        loaded: 0,
        refused: 0,
        refusedBytes: 0
    };
    if (start.fingerprint !== file.fingerprint || start.org !== connection.instanceUrl) {
        throw new AdminError(
            `${state.path} belongs to another ${start.org === connection.instanceUrl ? 'file' : 'org'}.`,
            ['Go on with that one, or begin anew with --start-over.']
        );
    }
    if (begun) {
        desk.terminal.note(`Going on behind row ${begun.rowsDone}, where the last run stopped.`);
    }
    const refused = openRefusedFile(`${path}.refused.csv`, refusedHeader(file.header), start.refusedBytes);
    const progress = createProgress(desk.terminal, desk.clock, 'Calls', { before: start.rowsDone });
    const counts = await loadCalls(start, {
        file,
        moment,
        jobs: createIngestJobs(connection, desk.interrupted, desk.shortestWait),
        state,
        refused,
        interrupted: desk.interrupted,
        onProgress: (done, total) => progress.show(done, total)
    });
    progress.finish(counts.rows, counts.rows);
    return outcome(counts, refused, [
        `${counts.loaded} of ${countOf(counts.rows, 'row')} loaded.`,
        ...columnLines(file, moment)
    ]);
}

async function trial(path: string, file: CallFile, moment: LoadMoment, desk: Desk): Promise<Outcome> {
    const refused = openRefusedFile(`${path}.refused.csv`, refusedHeader(file.header), 0);
    const progress = createProgress(desk.terminal, desk.clock, 'Rows read');
    const { quality, calls, ...counts } = await tryCalls(file, moment, refused, (done, total) =>
        progress.show(done, total)
    );
    progress.finish(counts.rows, counts.rows);
    const flags = [...quality].toSorted(([, one], [, other]) => other - one);
    const { lines, document, ok } = outcome(counts, refused, [
        `${counts.loaded} of ${countOf(counts.rows, 'row')} would be loaded, as ${countOf(calls, 'call')}, their times read in ${moment.timeZone}. Nothing was sent.`,
        ...columnLines(file, moment),
        ...flags.map(([flag, rows]) => `  ${countOf(rows, 'row')}: ${qualityWords[flag]}`)
    ]);
    return { ok, lines, document: { ...document, dryRun: true, calls, quality: Object.fromEntries(flags) } };
}

function columnLines({ header }: CallFile, moment: LoadMoment): string[] {
    const unknown = unknownColumns(header, moment);
    return unknown.length === 0
        ? []
        : [`Columns that were not understood, kept in Call Status Data only: ${unknown.join(', ')}`];
}

function outcome(counts: LoadCounts, refused: RefusedFile, lines: readonly string[]): Outcome {
    const isClean = counts.refused === 0;
    return {
        ok: isClean,
        lines: isClean
            ? lines
            : [
                  ...lines,
                  `Refused: ${countOf(counts.refused, 'row')}; ${refused.path} has what was refused, with the reasons.`
              ],
        document: { ...counts, refusedFile: isClean ? null : refused.path }
    };
}

function delimiterOf(invocation: Invocation): string {
    const text = (invocation.text('delimiter') ?? ',').replace('\\t', '\t');
    if (text.length !== 1) {
        throw new UsageError('--delimiter takes one character, such as ";".');
    }
    return text;
}

const serverRow = z.object({ Time_Zone__c: z.string().nullable() });

async function timeZoneOf(invocation: Invocation, connection: Connection | undefined): Promise<string> {
    const typed = invocation.text('time-zone');
    if (typed !== undefined || connection === undefined) {
        if (typed === undefined || !isTimeZone(typed)) {
            throw new UsageError(`"${typed}" is no IANA time zone such as Asia/Kolkata.`);
        }
        return typed;
    }
    const [server] = await queryRows(
        connection,
        'SELECT Time_Zone__c FROM ConVox_Server__c ORDER BY Is_Default__c DESC, Name LIMIT 1',
        serverRow
    );
    return server?.Time_Zone__c ?? defaultTimeZone;
}
