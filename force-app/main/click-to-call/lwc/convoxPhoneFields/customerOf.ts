import { customerFields } from 'c/convoxDialing';
import type { DialCustomer } from 'c/convoxDialing';
import { textAt } from 'c/convoxPath';

/**
 * Whom a call from this record is for: the record itself, or the customers that a call or a follow-up is linked to.
 * @param record what the getRecord wire delivered with the fields of `fieldsOf`
 */
export function customerOf(record: unknown): DialCustomer {
    const own = customerFields(textAt(record, 'apiName'), textAt(record, 'id'));
    if (own) {
        return own;
    }
    const linked = ['Contact', 'Lead', 'Account'].map((object) =>
        customerFields(object, textAt(record, 'fields', `${object}__c`, 'value'))
    );
    return linked.reduce<DialCustomer>((all, one) => ({ ...all, ...one }), {});
}
