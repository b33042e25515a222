import type { Match } from 'c/convoxCallState';
import type { PageReference } from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';

type Customer = Match['customer'];

/** Records that can be made for a caller. */
export type NewRecord = 'Contact' | 'Lead' | 'Case';

/** The page of a record. */
export function recordPage({ id, object }: Customer): PageReference {
    return {
        type: 'standard__recordPage',
        attributes: { recordId: id, objectApiName: object, actionName: 'view' }
    };
}

function defaultsOf(object: NewRecord, number: string, customer: Customer | undefined): Record<string, string> {
    if (object !== 'Case') {
        return number ? { MobilePhone: number } : {};
    }
    // A case has no lead.
    const isLinked = customer && customer.object !== 'Lead';
    return { Origin: 'Phone', ...(isLinked ? { [`${customer.object}Id`]: customer.id } : {}) };
}

/** The page that makes a new record, with what the call knows filled in already. */
export function newRecordPage(object: NewRecord, number: string, customer: Customer | undefined): PageReference {
    return {
        type: 'standard__objectPage',
        attributes: { objectApiName: object, actionName: 'new' },
        state: { defaultFieldValues: encodeDefaultFieldValues(defaultsOf(object, number, customer)) }
    };
}
