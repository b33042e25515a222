import { z } from 'zod';
import type { StateFile } from '../bulk/stateFile.ts';
import { openStateFile } from '../bulk/stateFile.ts';

const shape = z.object({
    version: z.literal(1),
    /** Address of the org that the rows go to. */
    org: z.string(),
    fingerprint: z.string(),
    rowsPerJob: z.number().int().positive(),
    /** Rows of the file that are done with, loaded or refused. */
    rowsDone: z.number().int(),
    loaded: z.number().int(),
    refused: z.number().int(),
    refusedBytes: z.number().int(),
    /** The job that the next rows were given to. */
    job: z.string().optional()
});
export type LoadState = z.infer<typeof shape>;

/** Lies beside the call file until all of it is loaded. */
export function loadStateFile(callFile: string): StateFile<LoadState> {
    return openStateFile(`${callFile}.load-state.json`, shape);
}
