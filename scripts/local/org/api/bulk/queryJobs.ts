import type { ActingUser } from '../../records.ts';
import { makeRecordId } from '../../store/recordIds.ts';
import type { CsvFormat } from './csv.ts';

export interface QueryJob extends CsvFormat {
    readonly id: string;
    readonly object: string;
    readonly operation: 'query' | 'queryAll';
    readonly acting: ActingUser;
    readonly createdAt: string;
    readonly header: readonly string[];
    readonly rows: readonly string[][];
    /** The answer to the creation says UploadComplete, the first look after it finds the job done. */
    state: 'UploadComplete' | 'JobComplete' | 'Aborted';
}

export interface QueryJobs {
    add(job: Omit<QueryJob, 'id' | 'state'>): QueryJob;
    get(id: string): QueryJob | undefined;
    list(): QueryJob[];
    delete(id: string): void;
}

/** Apart from the numbers of ingest jobs, which have the same prefix. */
const FIRST_NUMBER = 1_000_000_000;

/** Query jobs live in memory, with their rows: a restarted org has none. */
export function createQueryJobs(): QueryJobs {
    const jobs = new Map<string, QueryJob>();
    let numbered = FIRST_NUMBER;
    return {
        add: (made) => {
            numbered += 1;
            const job: QueryJob = { ...made, id: makeRecordId('750', numbered), state: 'UploadComplete' };
            jobs.set(job.id, job);
            return job;
        },
        get: (id) => jobs.get(id),
        list: () => [...jobs.values()],
        delete: (id) => void jobs.delete(id)
    };
}
