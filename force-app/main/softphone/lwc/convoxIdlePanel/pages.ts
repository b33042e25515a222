import type { IdleLine } from 'c/convoxIdleList';
import type { PageReference } from 'lightning/navigation';

type Line = Pick<IdleLine, 'object' | 'id' | 'customer'>;

/**
 * Where a press on a line leads: to the customer, or the line's own record; to the record itself; to the form that links it,
 * which has the lookups and all that the org's own rules say about them.
 */
export function pageOf(action: string, { object, id, customer }: Line): PageReference {
    const target = action === 'open' && customer ? customer : { object, id };
    return {
        type: 'standard__recordPage',
        attributes: {
            recordId: target.id,
            objectApiName: target.object,
            actionName: action === 'link' ? 'edit' : 'view'
        }
    };
}

/** The list view that has all of a section. */
export function listPageOf(section: string | undefined): PageReference {
    const [objectApiName, filterName] =
        section === 'followUps' ? ['ConVox_Follow_Up__c', 'Follow_Ups_Due'] : ['ConVox_Call__c', 'Missed_Not_Returned'];
    return {
        type: 'standard__objectPage',
        attributes: { objectApiName, actionName: 'list' },
        state: { filterName }
    };
}
