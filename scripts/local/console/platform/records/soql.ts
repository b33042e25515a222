import * as z from 'zod/mini';
import { messagesOf } from '../org/fetchResponse.ts';
import { askOrg } from '../org/orgRequest.ts';

const Rows = z.object({ records: z.array(z.record(z.string(), z.unknown())), totalSize: z.number() });

export type Row = Readonly<Record<string, unknown>>;

/** Text as a SOQL literal. */
export function literal(text: string): string {
    return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

/** Runs a SOQL query. Rejects with the org's words when it refuses. */
export async function query(soql: string): Promise<{ readonly records: readonly Row[]; readonly totalSize: number }> {
    const answer = await askOrg(`/query?q=${encodeURIComponent(soql)}`);
    if (!answer.ok) {
        throw new Error(messagesOf(answer).join(' '));
    }
    return z.parse(Rows, answer.content);
}

/** Walks a dotted path through a row: `Owner.Name`. */
export function valueAt(row: unknown, path: string): unknown {
    return path
        .split('.')
        .reduce<unknown>(
            (value, name) => (value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined),
            row
        );
}
