import type { PageReference } from 'lightning/navigation';
import type { OpenCall } from './readFloor.ts';

/** Where a figure leads: for the console, and as an address for a tab of the browser's own. */
export interface FloorLink {
    readonly url: string;
    readonly page: PageReference;
}

export function callLink({ id }: Pick<OpenCall, 'id'>): FloorLink {
    return {
        url: `/lightning/r/ConVox_Call__c/${id}/view`,
        page: {
            type: 'standard__recordPage',
            attributes: { recordId: id, objectApiName: 'ConVox_Call__c', actionName: 'view' }
        }
    };
}

/** A list view that has the rows behind a figure. */
export function listLink(objectApiName: string, filterName: string): FloorLink {
    return {
        url: `/lightning/o/${objectApiName}/list?filterName=${filterName}`,
        page: {
            type: 'standard__objectPage',
            attributes: { objectApiName, actionName: 'list' },
            state: { filterName }
        }
    };
}
