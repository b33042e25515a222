import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { parseJson } from '../../node/parseJson.ts';
import { AdminError } from '../cli/command.ts';

/** Where a long command stands, kept in a file until it is done. */
export interface StateFile<State> {
    readonly path: string;
    /** Undefined when there is no earlier run to go on with. */
    read(): State | undefined;
    write(state: State): void;
    remove(): void;
}

export function openStateFile<State>(path: string, shape: z.ZodType<State>): StateFile<State> {
    return {
        path,
        read: () => {
            if (!existsSync(path)) {
                return undefined;
            }
            const parsed = shape.safeParse(parseJson(readFileSync(path, 'utf8')));
            if (!parsed.success) {
                throw new AdminError(`${path} is not what this command wrote. Delete it to begin anew.`);
            }
            return parsed.data;
        },
        // Renamed into place, so that a crash leaves the old file or the new one and never a part.
        write: (state) => {
            writeFileSync(`${path}.new`, JSON.stringify(state, null, 4), { mode: 0o600 });
            renameSync(`${path}.new`, path);
        },
        remove: () => rmSync(path, { force: true })
    };
}
