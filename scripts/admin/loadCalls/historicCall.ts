import { CALL_REFERENCE_FIELD } from '#call-record';
import { callStatusLabel, decodeCallReference, decodeCallStatus } from '#contract';
import type { QualityFlag } from '#contract';
import { mergePushes } from '../../gateway/forwarding/mergedCall.ts';
import { problemTexts } from '../../gateway/intake/problemText.ts';
import type { Push } from '../../gateway/journal/journal.ts';
import { AdminError } from '../cli/command.ts';
import type { CallRow } from './callFile.ts';

/** The ConVox server's zone, and when the history is loaded. */
export interface LoadMoment {
    readonly timeZone: string;
    readonly now: Date;
}

/** A row of history read by the contract, as a push of the same content would be. */
export type HistoricCall = { readonly row: CallRow } & (
    | { readonly ok: true; readonly reference: string; readonly push: Push; readonly quality: readonly QualityFlag[] }
    | { readonly ok: false; readonly reason: string }
);

export type CallRecord = Readonly<Record<string, string | number | boolean | null>>;

/** Throws AdminError for a file whose columns can never make a call, naming what is missing. */
export function checkHeader(header: readonly string[], { timeZone, now }: LoadMoment): void {
    const read = decodeCallReference(
        header.map((name) => [name, '1']),
        { timeZone, now }
    );
    if (!read.ok) {
        throw new AdminError(`The columns make no calls: ${problemTexts(read.problems, callStatusLabel).join(', ')}.`, [
            `The file has the columns ${header.join(', ')}.`,
            'It needs at least CALL_REFERENCE_ID, or else MOBILE_NO and CALL_DATE, in any spelling.',
            'Is the delimiter right? --delimiter ";" reads files with semicolons.'
        ]);
    }
}

/** Columns that no rule of the contract claims: their values are kept in the call's payload alone. */
export function unknownColumns(header: readonly string[], moment: LoadMoment): string[] {
    return header.filter((name) => {
        // A row of this column and what makes any row a call.
        const read = decodeCallStatus(
            [
                ['CALL_REFERENCE_ID', '1'],
                [name, '1']
            ],
            moment
        );
        return read.ok && Object.keys(read.value.unknown).length > 0;
    });
}

export function readHistoricCall(header: readonly string[], row: CallRow, moment: LoadMoment): HistoricCall {
    if (row.values.length !== header.length) {
        return { row, ok: false, reason: `has ${row.values.length} values, the header has ${header.length}` };
    }
    const parameters = header.map((name, index): [string, string] => [name, row.values[index] ?? '']);
    const status = decodeCallStatus(parameters, moment);
    if (!status.ok) {
        return {
            row,
            ok: false,
            reason: problemTexts(status.problems, callStatusLabel).join(', ')
        };
    }
    const { callReference: reference, quality } = status.value;
    const push: Push = {
        reference,
        receivedAt: moment.now.getTime(),
        shape: 'json',
        // As it came: a blank number is a withheld one, a missing one makes no call.
        body: JSON.stringify(Object.fromEntries(parameters))
    };
    return { row, ok: true, reference, push, quality };
}

/**
 * The records of several rows: rows of one call become one record, as pushes of one call do, since the org takes a
 * reference once a batch.
 */
export function recordsOf(calls: readonly HistoricCall[], { timeZone }: LoadMoment): CallRecord[] {
    const good = calls.flatMap((call) => (call.ok ? [call] : []));
    return [...Map.groupBy(good, ({ reference }) => reference)].map(([reference, rows]) => {
        const merged = mergePushes(
            reference,
            rows.map(({ push }) => push),
            timeZone
        );
        if (!merged.ok) {
            throw new Error(`Rows that make sense one by one make no call together: ${merged.problems.join(', ')}`);
        }
        return { ...merged.call.fields, [CALL_REFERENCE_FIELD]: reference };
    });
}
