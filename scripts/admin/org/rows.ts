import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';

/** All rows of a SOQL query, over as many pages as there are. Throws when a row has another shape. */
export async function queryRows<Row>(connection: Connection, soql: string, row: z.ZodType<Row>): Promise<Row[]> {
    const { records } = await connection.query(soql, { autoFetch: true, maxFetch: 2_000_000 });
    return z.array(row).parse(records);
}

/** The count of a `SELECT COUNT() FROM ...`. */
export async function queryCount(connection: Connection, soql: string): Promise<number> {
    const { totalSize } = await connection.query(soql);
    return totalSize;
}

/** A text as SOQL writes it. */
export function soqlText(text: string): string {
    return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** No rows in place of the error for an object that an org does not have. */
export async function rowsIfThere<Row>(rows: Promise<Row[]>): Promise<Row[]> {
    try {
        return await rows;
    } catch (error) {
        if (error instanceof Error && error.name === 'INVALID_TYPE') {
            return [];
        }
        throw error;
    }
}
