import { textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { isRecord, parseJson } from 'c/convoxPath';

/** An open call as its pop came. */
export interface OpenCall {
    readonly parameters: readonly (readonly [string, string])[];
    /** Milliseconds since 1970. */
    readonly poppedAt: number;
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';

function readOpenCall(row: GraphqlRow): OpenCall[] {
    const payload = parseJson(textOf(row, 'Pop_Payload__c'));
    const poppedAt = Date.parse(textOf(row, 'Pop_At__c'));
    const parameters = Object.entries(isRecord(payload) ? payload : {}).filter(isText);
    return parameters.length > 0 && !Number.isNaN(poppedAt) ? [{ parameters, poppedAt }] : [];
}

/** Reads open calls, newest first; a row whose pop cannot be read is left out. */
export function readOpenCalls(rows: readonly GraphqlRow[]): OpenCall[] {
    return rows.slice(0, 50).flatMap(readOpenCall);
}
