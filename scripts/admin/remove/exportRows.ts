import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { AdminError } from '../cli/command.ts';
import { queryRows } from '../org/rows.ts';

const PAGE = 2000;

const described = z.object({ fields: z.array(z.object({ name: z.string(), type: z.string() })) });
const anyRow = z.record(z.string(), z.unknown());

/**
 * Writes all rows of an object, with every field that the user may see, into `<object>.csv` of the folder.
 * @returns how many rows there are
 * @throws AdminError when the file is there already
 */
export async function exportRows(connection: Connection, object: string, folder: string): Promise<number> {
    const { fields } = described.parse(await connection.describe(object));
    // Compound fields come apart as their parts.
    const names = fields.filter(({ type }) => type !== 'address' && type !== 'location').map(({ name }) => name);
    const file = openNew(join(folder, `${object}.csv`));
    try {
        writeSync(file, stringify([names]));
        let count = 0;
        for (let after = ''; ;) {
            const condition = after === '' ? '' : ` WHERE Id > '${after}'`;
            const rows = await queryRows(
                connection,
                `SELECT ${names.join(', ')} FROM ${object}${condition} ORDER BY Id LIMIT ${PAGE}`,
                anyRow
            );
            writeSync(file, stringify(rows.map((row) => names.map((name) => row[name] ?? ''))));
            count += rows.length;
            if (rows.length < PAGE) {
                return count;
            }
            after = z.string().parse(rows.at(-1)?.['Id']);
        }
    } finally {
        closeSync(file);
    }
}

function openNew(path: string): number {
    try {
        return openSync(path, 'wx', 0o600);
    } catch {
        throw new AdminError(`${path} is there already, or cannot be written. Nothing was removed.`, [
            'Name another folder with --export-to.'
        ]);
    }
}
