import type { ShownRecord } from 'c/convoxCallState';
import type { PageReference } from 'lightning/navigation';

/** The page of a record, or of the list of all. */
export function recordPage({ id, object, page = object }: ShownRecord): PageReference {
    if (!id) {
        return { type: 'standard__objectPage', attributes: { objectApiName: page, actionName: 'list' } };
    }
    return {
        type: 'standard__recordPage',
        attributes: { recordId: id, objectApiName: page, actionName: 'view' }
    };
}
