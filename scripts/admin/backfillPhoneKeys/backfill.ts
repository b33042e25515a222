import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import type { IngestJobs, JobEnd } from '../bulk/ingestJob.ts';
import { JobRefused } from '../bulk/ingestJob.ts';
import { jobCsv } from '../bulk/jobCsv.ts';
import type { RefusedFile } from '../bulk/refusedFile.ts';
import type { StateFile } from '../bulk/stateFile.ts';
import { openStateFile } from '../bulk/stateFile.ts';
import { AdminError } from '../cli/command.ts';
import { queryRows } from '../org/rows.ts';
import type { NumberRow } from './changes.ts';
import { changeOf, pageQuery } from './changes.ts';
import type { KeyedObject } from './keyFields.ts';

/** Rows that one page of the reading asks for; the API gives them 2,000 a request. */
const PAGE = 10_000;

const progressShape = z.object({
    /** Rows up to this id are done with. */
    afterId: z.string(),
    checked: z.number().int(),
    changed: z.number().int(),
    refused: z.number().int(),
    /** A job under way, and where the reading stands behind it. */
    job: z.object({ id: z.string(), afterId: z.string(), checked: z.number().int() }).optional(),
    isDone: z.boolean()
});
export type ObjectProgress = z.infer<typeof progressShape>;

const stateShape = z.object({
    version: z.literal(1),
    org: z.string(),
    refusedBytes: z.number().int(),
    objects: z.record(z.string(), progressShape)
});
export type BackfillState = z.infer<typeof stateShape>;

export const untouched: ObjectProgress = { afterId: '', checked: 0, changed: 0, refused: 0, isDone: false };

export function backfillStateFile(path: string): StateFile<BackfillState> {
    return openStateFile(path, stateShape);
}

export interface BackfillTools {
    readonly connection: Connection;
    readonly jobs: IngestJobs;
    readonly refused: RefusedFile;
    readonly rowsPerJob: number;
    readonly interrupted: AbortSignal;
    /** Keeps where an object stands. */
    readonly save: (progress: ObjectProgress) => void;
    readonly onProgress: (checked: number) => void;
    /** Told once, before the first row of any object is changed. */
    readonly beforeChange: () => Promise<void>;
}

type Change = Readonly<Record<string, string | null>>;

/**
 * Gives the rows of one object the keys that the contract makes of their numbers, from where the last run stood. Only rows
 * whose keys are missing or wrong are written, `rowsPerJob` of them together.
 */
export async function backfillObject(
    target: KeyedObject,
    start: ObjectProgress,
    tools: BackfillTools
): Promise<ObjectProgress> {
    // Everything up to `written` is done with; `reading` is ahead of it by the rows whose changes wait for their job.
    let written = await finishJob(start, tools);
    let reading: Place = { afterId: written.afterId, checked: written.checked };
    let changes: Change[] = [];
    const flush = async (): Promise<void> => {
        written = await writeChanges(target, changes, reading, written, tools);
        changes = [];
    };
    for await (const rows of pages(target, reading.afterId, Math.min(PAGE, tools.rowsPerJob), tools.connection)) {
        const more = changesOf(rows, target);
        if (changes.length + more.length > tools.rowsPerJob) {
            await flush();
        }
        changes.push(...more);
        reading = { afterId: rows.at(-1)?.['Id'] ?? '', checked: reading.checked + rows.length };
        tools.onProgress(reading.checked);
        if (tools.interrupted.aborted) {
            throw new AdminError('Interrupted. Run the command again to go on from there.');
        }
    }
    await flush();
    const done = { ...written, ...reading, isDone: true };
    tools.save(done);
    return done;
}

/** How far the reading of an object has come. */
interface Place {
    /** Id of the last row. */
    readonly afterId: string;
    readonly checked: number;
}

async function writeChanges(
    target: KeyedObject,
    changes: readonly Change[],
    place: Place,
    written: ObjectProgress,
    tools: BackfillTools
): Promise<ObjectProgress> {
    if (changes.length === 0) {
        return { ...written, ...place };
    }
    await tools.beforeChange();
    const id = await tools.jobs.create({ object: target.object, operation: 'update' });
    tools.save({ ...written, job: { id, ...place } });
    await tools.jobs.upload(id, jobCsv(changes));
    return endJob(id, place, written, tools);
}

/** A job of the last run that the org has taken is waited for; one that it has not is made anew by reading again. */
async function finishJob(progress: ObjectProgress, tools: BackfillTools): Promise<ObjectProgress> {
    const { job, ...written } = progress;
    if (job === undefined || !(await tools.jobs.isUnderWayOrDone(job.id))) {
        return written;
    }
    const { id, ...place } = job;
    return endJob(id, place, written, tools);
}

async function endJob(
    id: string,
    place: Place,
    written: ObjectProgress,
    tools: BackfillTools
): Promise<ObjectProgress> {
    const { saved, refused } = await waitForJob(id, written, tools);
    tools.refused.add(refused.map(({ values, reason }) => [values['Id'] ?? '', reason]));
    const next = {
        ...written,
        ...place,
        changed: written.changed + saved,
        refused: written.refused + refused.length
    };
    tools.save(next);
    return next;
}

async function waitForJob(id: string, written: ObjectProgress, tools: BackfillTools): Promise<JobEnd> {
    try {
        return await tools.jobs.wait(id);
    } catch (error) {
        if (error instanceof JobRefused) {
            tools.save(written);
        }
        throw error;
    }
}

export interface Need {
    readonly checked: number;
    readonly needed: number;
    /** Ids of the first rows that need keys. */
    readonly examples: readonly string[];
}

/** Counts what `backfillObject` would write. */
export async function countNeed(
    target: KeyedObject,
    connection: Connection,
    onProgress: (checked: number) => void
): Promise<Need> {
    let [checked, needed] = [0, 0];
    const examples: string[] = [];
    for await (const rows of pages(target, '', PAGE, connection)) {
        const changes = changesOf(rows, target);
        checked += rows.length;
        needed += changes.length;
        examples.push(...changes.slice(0, 3 - examples.length).map(({ Id }) => Id ?? ''));
        onProgress(checked);
    }
    return { checked, needed, examples };
}

function changesOf(rows: readonly NumberRow[], target: KeyedObject): Change[] {
    return rows.map((row) => changeOf(row, target)).filter((change) => change !== undefined);
}

/** Id, numbers and keys of a queried row. */
export const numberRow = z
    .record(z.string(), z.unknown())
    .transform((record) =>
        Object.fromEntries(
            Object.entries(record).flatMap(([name, value]): [string, string | null][] =>
                typeof value === 'string' || value === null ? [[name, value]] : []
            )
        )
    );

async function* pages(
    target: KeyedObject,
    afterId: string,
    size: number,
    connection: Connection
): AsyncGenerator<NumberRow[]> {
    let last = afterId;
    for (;;) {
        const rows = await queryRows(connection, pageQuery(target, last, size), numberRow);
        if (rows.length > 0) {
            yield rows;
        }
        if (rows.length < size) {
            return;
        }
        last = rows.at(-1)?.['Id'] ?? '';
    }
}
