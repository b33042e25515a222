import { CALL_OBJECT, CALL_REFERENCE_FIELD } from '#call-record';
import type { QualityFlag } from '#contract';
import { JobRefused } from '../bulk/ingestJob.ts';
import type { IngestJobs, JobEnd } from '../bulk/ingestJob.ts';
import { jobCsv } from '../bulk/jobCsv.ts';
import type { RefusedFile } from '../bulk/refusedFile.ts';
import type { StateFile } from '../bulk/stateFile.ts';
import { AdminError } from '../cli/command.ts';
import type { CallFile, CallRow } from './callFile.ts';
import type { HistoricCall, LoadMoment } from './historicCall.ts';
import { readHistoricCall, recordsOf } from './historicCall.ts';
import type { LoadState } from './loadState.ts';

export interface LoadTools {
    readonly file: CallFile;
    readonly moment: LoadMoment;
    readonly jobs: IngestJobs;
    readonly state: StateFile<LoadState>;
    readonly refused: RefusedFile;
    readonly interrupted: AbortSignal;
    /** Told the rows done and about how many there are. */
    readonly onProgress: (done: number, total: number) => void;
}

export interface LoadCounts {
    readonly rows: number;
    readonly loaded: number;
    readonly refused: number;
}

/**
 * Gives the file's calls to the org, job by job, from where `start` stands; the state is written before and after each job.
 * Rows that make no call, or that the org refuses, go to the file of refused rows.
 * @throws AdminError when the org refuses a job as a whole, or the user interrupts
 */
export async function loadCalls(start: LoadState, tools: LoadTools): Promise<LoadCounts> {
    let state = start;
    for await (const rows of chunksOf(tools.file.rows(), state.rowsPerJob, state.rowsDone)) {
        state = await loadChunk(rows, state, tools);
        tools.state.write(state);
        tools.onProgress(state.rowsDone, estimate(tools.file, rows, state.rowsDone));
        if (tools.interrupted.aborted) {
            throw new AdminError(
                `Interrupted behind row ${state.rowsDone}. Run the command again to go on from there.`
            );
        }
    }
    tools.state.remove();
    return { rows: state.rowsDone, loaded: state.loaded, refused: state.refused };
}

async function loadChunk(rows: readonly CallRow[], state: LoadState, tools: LoadTools): Promise<LoadState> {
    const { file, moment, refused } = tools;
    const calls = rows.map((row) => readHistoricCall(file.header, row, moment));
    const records = recordsOf(calls, moment);
    const end = records.length === 0 ? nothing : await sendRecords(jobCsv(records), rows, state, tools);
    const lines = [...unreadable(calls), ...refusedByOrg(calls, end)];
    refused.add(lines);
    return {
        ...state,
        job: undefined,
        rowsDone: state.rowsDone + rows.length,
        loaded: state.loaded + rows.length - lines.length,
        refused: state.refused + lines.length,
        refusedBytes: refused.size()
    };
}

const nothing: JobEnd = { saved: 0, refused: [] };

/** Goes on with the job of an interrupted run if the org has its rows, else makes a new one. */
async function sendRecords(csv: string, rows: readonly CallRow[], state: LoadState, tools: LoadTools): Promise<JobEnd> {
    const { jobs, file } = tools;
    let id = state.job;
    if (id === undefined || !(await jobs.isUnderWayOrDone(id))) {
        id = await jobs.create({
            object: CALL_OBJECT,
            operation: 'upsert',
            externalIdFieldName: CALL_REFERENCE_FIELD
        });
        tools.state.write({ ...state, job: id });
        await jobs.upload(id, csv);
    }
    try {
        return await jobs.wait(id, (processed) =>
            tools.onProgress(
                state.rowsDone + Math.min(processed, rows.length),
                estimate(file, rows, state.rowsDone + rows.length)
            )
        );
    } catch (error) {
        // A job that the org ended is not asked for again: the next run sends its rows anew.
        if (error instanceof JobRefused) {
            tools.state.write({ ...state, job: undefined });
        }
        throw error;
    }
}

function unreadable(calls: readonly HistoricCall[]): string[][] {
    return calls.flatMap((call) => (call.ok ? [] : [refusedLine(call.row, call.reason)]));
}

function refusedByOrg(calls: readonly HistoricCall[], { refused }: JobEnd): string[][] {
    const reasons = new Map(refused.map(({ values, reason }) => [values[CALL_REFERENCE_FIELD], reason]));
    return calls.flatMap((call) => {
        const reason = call.ok ? reasons.get(call.reference) : undefined;
        return reason === undefined ? [] : [refusedLine(call.row, reason)];
    });
}

function refusedLine({ number, values }: CallRow, reason: string): string[] {
    return [String(number), reason, ...values];
}

/** Columns of the file of refused rows: loading it again needs no more than taking the first two out. */
export function refusedHeader(header: readonly string[]): string[] {
    return ['Row', 'Reason', ...header];
}

export interface Trial extends LoadCounts {
    /** How many rows have each doubt that the contract flags. */
    readonly quality: ReadonlyMap<QualityFlag, number>;
    readonly calls: number;
}

/** Reads the whole file as `loadCalls` would and sends nothing. */
export async function tryCalls(
    file: CallFile,
    moment: LoadMoment,
    refused: RefusedFile,
    onProgress: LoadTools['onProgress']
): Promise<Trial> {
    const quality = new Map<QualityFlag, number>();
    const references = new Set<string>();
    let [rows, bad] = [0, 0];
    for await (const chunk of chunksOf(file.rows(), 1000, 0)) {
        const calls = chunk.map((row) => readHistoricCall(file.header, row, moment));
        for (const call of calls) {
            if (call.ok) {
                references.add(call.reference);
                call.quality.forEach((flag) => quality.set(flag, (quality.get(flag) ?? 0) + 1));
            }
        }
        const lines = unreadable(calls);
        refused.add(lines);
        rows += chunk.length;
        bad += lines.length;
        onProgress(rows, estimate(file, chunk, rows));
    }
    return { rows, loaded: rows - bad, refused: bad, quality, calls: references.size };
}

async function* chunksOf(rows: AsyncIterable<CallRow>, size: number, skip: number): AsyncGenerator<CallRow[]> {
    let chunk: CallRow[] = [];
    for await (const row of rows) {
        if (row.number > skip) {
            chunk.push(row);
        }
        if (chunk.length === size) {
            yield chunk;
            chunk = [];
        }
    }
    if (chunk.length > 0) {
        yield chunk;
    }
}

/** Rows of the whole file, by how much of it the rows so far took. */
function estimate({ bytes }: CallFile, rows: readonly CallRow[], done: number): number {
    const read = rows.at(-1)?.bytes ?? bytes;
    return Math.max(done, Math.round((done * bytes) / Math.max(1, read)));
}
