import { readError } from 'c/convoxErrors';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { RowOfLine } from './lineRecord.ts';

/** Makes the row, or changes the one that is there. Answers what the org says against it. */
export async function saveRow({ record, change }: RowOfLine): Promise<string> {
    try {
        await (change ? updateRecord({ fields: { Id: change.id, ...change.fields } }) : createRecord(record));
    } catch (error: unknown) {
        return readError(error).lines.join(' ');
    }
    return '';
}
