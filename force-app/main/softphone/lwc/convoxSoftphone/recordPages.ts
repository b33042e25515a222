import type { ShownRecord } from 'c/convoxCallState';
import type { PageReference } from 'lightning/navigation';

/** The page of a record. */
export function recordPage({ id, object, page = object }: ShownRecord): PageReference {
    return {
        type: 'standard__recordPage',
        attributes: { recordId: id, objectApiName: page, actionName: 'view' }
    };
}
