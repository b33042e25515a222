import ACCOUNT_PHONE from '@salesforce/schema/Account.Phone';
import CONTACT_ASSISTANT_PHONE from '@salesforce/schema/Contact.AssistantPhone';
import CONTACT_HOME_PHONE from '@salesforce/schema/Contact.HomePhone';
import CONTACT_MOBILE_PHONE from '@salesforce/schema/Contact.MobilePhone';
import CONTACT_OTHER_PHONE from '@salesforce/schema/Contact.OtherPhone';
import CONTACT_PHONE from '@salesforce/schema/Contact.Phone';
import LEAD_MOBILE_PHONE from '@salesforce/schema/Lead.MobilePhone';
import LEAD_PHONE from '@salesforce/schema/Lead.Phone';
import type { DialCommand } from 'c/convoxCallControl';
import { dialNumber, displayPhone } from 'c/convoxContract';
import { textAt } from 'c/convoxPath';
import type { FieldId } from 'lightning/uiRecordApi';

const PHONE_FIELDS: Readonly<Record<string, readonly FieldId[]>> = {
    Account: [ACCOUNT_PHONE],
    Contact: [CONTACT_PHONE, CONTACT_MOBILE_PHONE, CONTACT_HOME_PHONE, CONTACT_OTHER_PHONE, CONTACT_ASSISTANT_PHONE],
    Lead: [LEAD_PHONE, LEAD_MOBILE_PHONE]
};

/** One number of a record. */
export interface PhoneNumber {
    /** API name of the field it stands in. */
    readonly field: string;
    /** The field's name in the user's language. */
    readonly name: string;
    /** The number as people read it. */
    readonly text: string;
    /** Ten digits for ConVox; '' when it cannot dial this number. */
    readonly dial: string;
}

/** The phone fields of an object, likeliest first; undefined for an object without any. */
export function phoneFieldsOf(objectApiName: string | undefined): readonly FieldId[] | undefined {
    return objectApiName === undefined ? undefined : PHONE_FIELDS[objectApiName];
}

/**
 * The numbers a record has, blank and unreadable fields left out.
 * @param record what the getRecord wire delivered
 * @param objectInfo what the getObjectInfo wire delivered; until it came fields go by their API name
 */
export function numbersOf(fields: readonly FieldId[], record: unknown, objectInfo: unknown): PhoneNumber[] {
    return fields.flatMap(({ fieldApiName: field }) => {
        const entered = textAt(record, 'fields', field, 'value').trim();
        if (entered === '') {
            return [];
        }
        const name = textAt(objectInfo, 'fields', field, 'label') || field;
        return [{ field, name, text: displayPhone(entered) || entered, dial: dialNumber(entered) ?? '' }];
    });
}

/** The customer of a dial command, by the object that the page shows. */
export function customerOf(
    objectApiName: string | undefined,
    recordId: string | undefined
): Pick<DialCommand, 'contactId' | 'leadId' | 'accountId'> {
    return {
        ...(objectApiName === 'Contact' && { contactId: recordId }),
        ...(objectApiName === 'Lead' && { leadId: recordId }),
        ...(objectApiName === 'Account' && { accountId: recordId })
    };
}
