import { readError } from 'c/convoxErrors';
import { fillIn } from 'c/convoxText';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { labels } from './labels.ts';
import type { RowOfLine } from './lineRecord.ts';

const CODES = ['Process_Code__c', 'Agent_Code__c', 'Code__c', 'Name'];

/** Makes the row, or changes the one that is there. Answers what the org says against it, and in our words that it is there. */
export async function saveRow({ record, change }: RowOfLine): Promise<string> {
    try {
        await (change ? updateRecord({ fields: { Id: change.id, ...change.fields } }) : createRecord(record));
    } catch (error: unknown) {
        const { kind, lines } = readError(error);
        const code = CODES.map((field) => record.fields[field]).find(Boolean);
        return kind === 'duplicate' ? fillIn(labels.exists, String(code)) : lines.join(' ');
    }
    return '';
}
