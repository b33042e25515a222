import ACCOUNT_PHONE from '@salesforce/schema/Account.Phone';
import CALL_ACCOUNT from '@salesforce/schema/ConVox_Call__c.Account__c';
import CALL_CONTACT from '@salesforce/schema/ConVox_Call__c.Contact__c';
import CALL_LEAD from '@salesforce/schema/ConVox_Call__c.Lead__c';
import CALL_NUMBER from '@salesforce/schema/ConVox_Call__c.Customer_Number__c';
import CONTACT_ASSISTANT_PHONE from '@salesforce/schema/Contact.AssistantPhone';
import CONTACT_HOME_PHONE from '@salesforce/schema/Contact.HomePhone';
import CONTACT_MOBILE_PHONE from '@salesforce/schema/Contact.MobilePhone';
import CONTACT_OTHER_PHONE from '@salesforce/schema/Contact.OtherPhone';
import CONTACT_PHONE from '@salesforce/schema/Contact.Phone';
import FOLLOW_UP_ACCOUNT from '@salesforce/schema/ConVox_Follow_Up__c.Account__c';
import FOLLOW_UP_CONTACT from '@salesforce/schema/ConVox_Follow_Up__c.Contact__c';
import FOLLOW_UP_KEY from '@salesforce/schema/ConVox_Follow_Up__c.Phone_Key__c';
import FOLLOW_UP_LEAD from '@salesforce/schema/ConVox_Follow_Up__c.Lead__c';
import LEAD_MOBILE_PHONE from '@salesforce/schema/Lead.MobilePhone';
import LEAD_PHONE from '@salesforce/schema/Lead.Phone';
import { textAt } from 'c/convoxPath';
import { writtenNumbers } from 'c/convoxWrittenNumbers';
import type { WrittenNumber } from 'c/convoxWrittenNumbers';
import type { FieldId } from 'lightning/uiRecordApi';

interface Fields {
    /** Likeliest first. */
    readonly phones: readonly FieldId[];
    /** Lookups that say whose number it is, where the record is no customer itself. */
    readonly customers: readonly FieldId[];
}

const FIELDS: Readonly<Record<string, Fields>> = {
    Account: { phones: [ACCOUNT_PHONE], customers: [] },
    Contact: {
        phones: [CONTACT_PHONE, CONTACT_MOBILE_PHONE, CONTACT_HOME_PHONE, CONTACT_OTHER_PHONE, CONTACT_ASSISTANT_PHONE],
        customers: []
    },
    Lead: { phones: [LEAD_PHONE, LEAD_MOBILE_PHONE], customers: [] },
    ConVox_Call__c: { phones: [CALL_NUMBER], customers: [CALL_CONTACT, CALL_LEAD, CALL_ACCOUNT] },
    ConVox_Follow_Up__c: {
        phones: [FOLLOW_UP_KEY],
        customers: [FOLLOW_UP_CONTACT, FOLLOW_UP_LEAD, FOLLOW_UP_ACCOUNT]
    }
};

/** One number of a record. */
export interface PhoneNumber extends WrittenNumber {
    /** No other number of the record has it. */
    readonly key: string;
    /** The name, in the user's language, of the field that it stands in. */
    readonly name: string;
}

/** The fields to read of an object's record before a call; undefined for an object without numbers. */
export function fieldsOf(objectApiName: string | undefined): readonly FieldId[] | undefined {
    const fields = objectApiName === undefined ? undefined : FIELDS[objectApiName];
    return fields && [...fields.phones, ...fields.customers];
}

/**
 * The numbers a record has, likeliest first, blank and unreadable fields left out.
 * @param record what the getRecord wire delivered
 * @param objectInfo what the getObjectInfo wire delivered; until it came fields go by their API name
 */
export function numbersOf(record: unknown, objectInfo: unknown): PhoneNumber[] {
    const { phones } = FIELDS[textAt(record, 'apiName')] ?? { phones: [] };
    return phones.flatMap(({ fieldApiName: field }) => {
        const entered = textAt(record, 'fields', field, 'value').trim();
        if (entered === '') {
            return [];
        }
        const name = textAt(objectInfo, 'fields', field, 'label') || field;
        return writtenNumbers(entered).map((number, place) => ({ ...number, key: `${field} ${place + 1}`, name }));
    });
}
