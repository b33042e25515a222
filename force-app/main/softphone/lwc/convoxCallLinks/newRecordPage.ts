import type { CallState } from 'c/convoxCallState';
import { numberText } from 'c/convoxCallWords';
import type { PageReference } from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';

/** Records that can be made for a caller. */
export type NewRecord = 'Contact' | 'Lead' | 'Case';

function defaultsOf(object: NewRecord, call: CallState): Record<string, string> {
    if (object !== 'Case') {
        const number = numberText(call);
        return number ? { MobilePhone: number } : {};
    }
    const customer = call.caller.kind === 'known' ? call.caller.match.customer : undefined;
    // A case has no lead, and a field of its own for no other object.
    const isLinked = customer?.object === 'Contact' || customer?.object === 'Account';
    return { Origin: 'Phone', ...(isLinked ? { [`${customer.object}Id`]: customer.id } : {}) };
}

/** The page that makes a new record, with what the call knows filled in already. */
export function newRecordPage(object: NewRecord, call: CallState): PageReference {
    return {
        type: 'standard__objectPage',
        attributes: { objectApiName: object, actionName: 'new' },
        state: { defaultFieldValues: encodeDefaultFieldValues(defaultsOf(object, call)) }
    };
}
