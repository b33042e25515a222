import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import CALL_ACCOUNT from '@salesforce/schema/ConVox_Call__c.Account__r.Name';
import CALL_CONTACT from '@salesforce/schema/ConVox_Call__c.Contact__r.Name';
import CALL_LEAD from '@salesforce/schema/ConVox_Call__c.Lead__r.Name';
import CONTACT_NAME from '@salesforce/schema/Contact.Name';
import FOLLOW_UP_ACCOUNT from '@salesforce/schema/ConVox_Follow_Up__c.Account__r.Name';
import FOLLOW_UP_CONTACT from '@salesforce/schema/ConVox_Follow_Up__c.Contact__r.Name';
import FOLLOW_UP_LEAD from '@salesforce/schema/ConVox_Follow_Up__c.Lead__r.Name';
import LEAD_NAME from '@salesforce/schema/Lead.Name';
import { getFieldValue } from 'lightning/uiRecordApi';
import type { FieldId, RecordResult } from 'lightning/uiRecordApi';

const FIELDS: Readonly<Record<string, readonly FieldId[]>> = {
    Account: [ACCOUNT_NAME],
    Contact: [CONTACT_NAME],
    Lead: [LEAD_NAME],
    ConVox_Call__c: [CALL_CONTACT, CALL_LEAD, CALL_ACCOUNT],
    ConVox_Follow_Up__c: [FOLLOW_UP_CONTACT, FOLLOW_UP_LEAD, FOLLOW_UP_ACCOUNT]
};

/** The fields to read of an object's record to know whose numbers it has; undefined for an object without numbers. */
export function nameFieldsOf(objectApiName: string | undefined): readonly FieldId[] | undefined {
    return objectApiName === undefined ? undefined : FIELDS[objectApiName];
}

/** Whom the record is about; '' while that is not known, or nobody is. */
export function nameIn(record: RecordResult['data'], fields: readonly FieldId[] = []): string {
    const names = fields.map((field) => getFieldValue(record, field));
    return names.find((name) => typeof name === 'string') ?? '';
}
