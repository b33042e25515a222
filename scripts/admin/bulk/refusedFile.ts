import { appendFileSync, existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';

/** A CSV file of the rows that were not taken, each with its reason; it comes into being with the first such row. */
export interface RefusedFile {
    readonly path: string;
    add(rows: readonly (readonly string[])[]): void;
    /** Length in bytes, to come back to after an interruption. */
    size(): number;
}

/**
 * @param bytes how much of an earlier run's file is kept; what was written behind it belongs to rows that come again
 */
export function openRefusedFile(path: string, header: readonly string[], bytes: number): RefusedFile {
    const size = (): number => (existsSync(path) ? statSync(path).size : 0);
    if (bytes === 0) {
        rmSync(path, { force: true });
    } else if (size() > bytes) {
        truncateSync(path, bytes);
    }
    const text = (rows: readonly (readonly string[])[]): string => stringify(rows.map((row) => [...row]));
    return {
        path,
        size,
        add: (rows) => {
            if (rows.length === 0) {
                return;
            }
            if (size() === 0) {
                writeFileSync(path, text([header]), { mode: 0o600 });
            }
            appendFileSync(path, text(rows));
        }
    };
}
