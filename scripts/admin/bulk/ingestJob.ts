import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { AdminError } from '../cli/command.ts';

export interface IngestTarget {
    readonly object: string;
    readonly operation: 'insert' | 'update' | 'upsert';
    /** Key of an upsert. */
    readonly externalIdFieldName?: string;
}

/** A row that the org did not take: its values as they were sent, and the org's reason. */
export interface RefusedRow {
    readonly values: Readonly<Record<string, string>>;
    readonly reason: string;
}

export interface JobEnd {
    readonly saved: number;
    readonly refused: readonly RefusedRow[];
}

/** The org ended the job before all of its rows were looked at. */
export class JobRefused extends AdminError {}

/** What a command needs of Bulk API 2.0. */
export interface IngestJobs {
    /** Creates the job and returns its id; nothing is sent yet. */
    create(target: IngestTarget): Promise<string>;
    /** Uploads the CSV and lets the org begin. */
    upload(id: string, csv: string): Promise<void>;
    /** False for a job that the org no longer knows, or that never got its rows: it is to be sent anew. */
    isUnderWayOrDone(id: string): Promise<boolean>;
    /**
     * Waits for the end.
     * @throws JobRefused when the org refuses the job as a whole, AdminError when the user interrupts the waiting
     */
    wait(id: string, onProgress?: (processed: number) => void): Promise<JobEnd>;
}

const jobInfo = z.object({
    state: z.string(),
    errorMessage: z.string().optional(),
    numberRecordsProcessed: z.coerce.number().default(0),
    numberRecordsFailed: z.coerce.number().default(0)
});
const refusedRow = z.record(z.string(), z.unknown());

const SHORTEST_WAIT = 500;
/** Each look costs one API request. */
const LONGEST_WAIT = 20_000;

export function createIngestJobs(
    connection: Connection,
    interrupted: AbortSignal,
    shortestWait = SHORTEST_WAIT
): IngestJobs {
    const jobOf = (id: string): ReturnType<typeof connection.bulk2.job> => connection.bulk2.job('ingest', { id });

    async function look(id: string): Promise<z.infer<typeof jobInfo>> {
        return jobInfo.parse(await jobOf(id).check());
    }

    async function refusedRows(id: string): Promise<RefusedRow[]> {
        const rows: unknown = await ingest(connection, id).getFailedResults();
        return z
            .array(refusedRow)
            .parse(rows)
            .map(({ sf__Error: reason, sf__Id: _id, ...values }) => ({
                reason: readable(textOf(reason)),
                values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]))
            }));
    }

    return {
        create: async (target) => {
            const job = connection.bulk2.createJob({ ...target, lineEnding: 'LF' });
            return z.object({ id: z.string() }).parse(await job.open()).id;
        },
        upload: async (id, csv) => {
            const job = ingest(connection, id);
            await job.check();
            await job.uploadData(csv);
            await job.close();
        },
        isUnderWayOrDone: async (id) => {
            try {
                const { state } = await look(id);
                return state === 'UploadComplete' || state === 'InProgress' || state === 'JobComplete';
            } catch (error) {
                if (error instanceof Error && /NOT_FOUND/.test(`${error.name} ${error.message}`)) {
                    return false;
                }
                throw error;
            }
        },
        wait: async (id, onProgress) => {
            for (let wait = shortestWait; ; wait = Math.min(LONGEST_WAIT, wait * 1.5)) {
                const info = await look(id);
                onProgress?.(info.numberRecordsProcessed);
                if (info.state === 'JobComplete') {
                    const refused = info.numberRecordsFailed > 0 ? await refusedRows(id) : [];
                    return { saved: info.numberRecordsProcessed - info.numberRecordsFailed, refused };
                }
                if (info.state === 'Failed' || info.state === 'Aborted') {
                    throw new JobRefused(`The org ended the job ${id}: ${info.errorMessage ?? info.state}`);
                }
                await pause(wait, undefined, { signal: interrupted }).catch(() => {
                    throw new AdminError(
                        'Interrupted. The org goes on with the rows it has; run the command again to go on from there.'
                    );
                });
            }
        }
    };
}

function ingest(connection: Connection, id: string): ReturnType<typeof connection.bulk2.createJob> {
    const job = connection.bulk2.job('ingest', { id });
    if (!('uploadData' in job)) {
        throw new Error(`${id} is no ingest job`);
    }
    return job;
}

function textOf(value: unknown): string {
    return typeof value === 'string' ? value : '';
}

/** `STRING_TOO_LONG:Name: data value too large:Name --` without the mark at its end. */
function readable(reason: string): string {
    return reason.replace(/:?\s*--$/, '');
}
