import type { SaveResult } from '../../records.ts';
import { makeRecordId } from '../../store/recordIds.ts';
import type { BackgroundWork } from './backgroundWork.ts';
import type { CsvFormat } from './csv.ts';
import { lineEndings, readCsv } from './csv.ts';
import type { IngestTarget } from './ingestRows.ts';
import { saveRows, unknownColumn } from './ingestRows.ts';

export type IngestState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

export interface IngestJob extends CsvFormat {
    readonly id: string;
    readonly target: IngestTarget;
    readonly createdAt: string;
    changedAt: string;
    state: IngestState;
    content: string | undefined;
    errorMessage: string | undefined;
    header: readonly string[];
    /** `sf__Id`, `sf__Created`, then the row. */
    readonly successful: string[][];
    /** `sf__Id`, `sf__Error`, then the row. */
    readonly failed: string[][];
    unprocessed: string[][];
    milliseconds: number;
}

export interface IngestJobs {
    create(target: IngestTarget, format: CsvFormat): IngestJob;
    get(id: string): IngestJob | undefined;
    list(): IngestJob[];
    /** Queues the job's content; it is saved between other requests. */
    process(job: IngestJob): void;
    abort(job: IngestJob): void;
    delete(job: IngestJob): void;
}

/** Rows that one transaction saves. */
const CHUNK = 200;

/** Ingest jobs live in memory: a restarted org has none. */
export function createIngestJobs(clock: () => Date, work: BackgroundWork): IngestJobs {
    const jobs = new Map<string, IngestJob>();
    let numbered = 0;

    function moveTo(job: IngestJob, state: IngestState, errorMessage?: string): void {
        job.state = state;
        job.errorMessage = errorMessage;
        job.changedAt = clock().toISOString();
    }

    return {
        create: (target, { columnDelimiter, lineEnding }) => {
            numbered += 1;
            const now = clock().toISOString();
            const job: IngestJob = {
                columnDelimiter,
                lineEnding,
                id: makeRecordId('750', numbered),
                target,
                createdAt: now,
                changedAt: now,
                state: 'Open',
                content: undefined,
                errorMessage: undefined,
                header: [],
                successful: [],
                failed: [],
                unprocessed: [],
                milliseconds: 0
            };
            jobs.set(job.id, job);
            return job;
        },
        get: (id) => jobs.get(id),
        list: () => [...jobs.values()],
        process: (job) => {
            moveTo(job, 'UploadComplete');
            work.start(endingAnyway(job, moveTo));
        },
        abort: (job) => moveTo(job, 'Aborted'),
        delete: (job) => void jobs.delete(job.id)
    };
}

type MoveTo = (job: IngestJob, state: IngestState, problem?: string) => void;

/** A client polls until the job is over, so it ends also where this program is wrong. */
function* endingAnyway(job: IngestJob, moveTo: MoveTo): Generator {
    try {
        yield* steps(job, moveTo);
    } catch (error) {
        moveTo(job, 'Failed', `InternalServerError : ${error instanceof Error ? error.message : String(error)}`);
        throw error;
    }
}

function* steps(job: IngestJob, moveTo: MoveTo): Generator {
    if (job.state !== 'UploadComplete') {
        return;
    }
    const problem = readContent(job);
    if (problem !== undefined) {
        moveTo(job, 'Failed', problem);
        return;
    }
    moveTo(job, 'InProgress');
    while (isUnderWay(job) && job.unprocessed.length > 0) {
        const started = performance.now();
        const rows = job.unprocessed.splice(0, CHUNK);
        saveRows(job.target, job.header, rows).forEach((result, index) => keepResult(job, result, rows[index] ?? []));
        job.milliseconds += performance.now() - started;
        yield;
    }
    if (isUnderWay(job)) {
        moveTo(job, 'JobComplete');
    }
}

/** Asked again after every piece: the client may have aborted the job meanwhile. */
function isUnderWay({ state }: IngestJob): boolean {
    return state === 'InProgress';
}

/** Takes the job's CSV apart; returns what is wrong with it. */
function readContent(job: IngestJob): string | undefined {
    const { content = '', lineEnding } = job;
    job.content = undefined;
    const firstLine = content.slice(0, content.indexOf('\n') + 1);
    if (firstLine.endsWith('\n') && firstLine.endsWith('\r\n') !== (lineEndings[lineEnding] === '\r\n')) {
        return `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`;
    }
    try {
        const [header = [], ...rows] = readCsv(content, job);
        const unknown = unknownColumn(job.target, header);
        if (unknown !== undefined) {
            return `InvalidBatch : Field name not found : ${unknown}`;
        }
        job.header = header;
        job.unprocessed = rows;
        return undefined;
    } catch (error) {
        return `ClientInputError : ${error instanceof Error ? error.message : String(error)}`;
    }
}

function keepResult(job: IngestJob, result: SaveResult, row: readonly string[]): void {
    if (result.success) {
        job.successful.push([result.id, String(result.created), ...row]);
    } else {
        const [error] = result.errors;
        const text = error ? `${error.statusCode}:${error.message}:${error.fields.join(', ')} --` : '';
        job.failed.push(['', text, ...row]);
    }
}
