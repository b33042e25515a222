import CALL_CHANGED from '@salesforce/messageChannel/ConVoxCallChanged__c';
import { linkFields } from 'c/convoxCallRecord';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import type { LinkedRecord } from 'c/convoxRecordLink';
import { publish } from 'lightning/messageService';
import type { MessageContextHandle } from 'lightning/messageService';
import { updateRecord } from 'lightning/uiRecordApi';

/** Links a call to another record and tells the pages of this tab; the report says why it could not. Never rejects. */
export async function relink(
    recordId: string,
    { object, id }: LinkedRecord,
    messages: MessageContextHandle | undefined
): Promise<ErrorReport | undefined> {
    try {
        await updateRecord({ fields: { Id: recordId, ...linkFields(object, id) } });
    } catch (error) {
        return readError(error);
    }
    if (messages !== undefined) {
        publish(messages, CALL_CHANGED, { callReference: '', recordId, change: 'linked' });
    }
    return undefined;
}
