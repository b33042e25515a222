import { isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { processName } from 'c/convoxProcessName';

/** The process whose list is filled, and its server as the gateway calls it. */
export interface ListOwner {
    /** As Salesforce keeps it: under the code of its server. */
    readonly process: string;
    /** As people call it. */
    readonly name: string;
    /** As its server calls it. */
    readonly ownProcess: string;
    readonly serverId: string;
    readonly server: string;
}

/** Those of servers that know lists: the web service alone does. */
export function readLists(data: unknown): ListOwner[] {
    const [standard] = rowsOf(data, 'ConVox_Server__c');
    return rowsOf(data, 'ConVox_Process__c')
        .map((row) => ownerIn(row, standard))
        .flatMap(({ dialect, ...owner }) => (dialect === 'webService' ? [owner] : []));
}

/** The process and the list's id, as far as they are filled in. */
export interface ListChoice {
    readonly process: string;
    readonly listId: string;
}

export const NO_CHOICE: ListChoice = { process: '', listId: '' };

export function isChosen({ process, listId }: ListChoice): boolean {
    return process + listId !== '';
}

/** Where the campaign's members went last: in another list they would be called twice. Nothing for people of a list view. */
export function lastList(data: unknown, campaignId: string): ListChoice | undefined {
    const [row] = rowsOf(data, 'ConVox_List_Entry__c');
    return campaignId === '' || textOf(row, 'Campaign__c') !== campaignId
        ? undefined
        : { process: textOf(row, 'Process_Name__c'), listId: textOf(row, 'List_ID__c') };
}

/** Whose list it is; undefined for a choice that is none. */
export function ownerOf(lists: readonly ListOwner[], { process, listId }: ListChoice): ListOwner | undefined {
    return /^\w{1,20}$/.test(listId) ? lists.find((one) => one.process === process) : undefined;
}

function ownerIn(row: GraphqlRow, standard: GraphqlRow | undefined): ListOwner & { readonly dialect: string } {
    const process = textOf(row, 'Process_Code__c');
    const serverId = textOf(row, 'Server__c');
    const isDefault = serverId === '' || isSet(row, 'Server__r.Is_Default__c');
    const own = isDefault ? process.replace(/^default:/, '') : process.slice(process.indexOf(':') + 1);
    const owner = { process, ownProcess: own, name: processName({ process, words: textOf(row, 'Name') }) };
    return isDefault
        ? { ...owner, serverId: textOf(standard, 'Id'), server: 'default', dialect: textOf(standard, 'Dialect__c') }
        : {
              ...owner,
              serverId,
              server: textOf(row, 'Server__r.Code__c'),
              dialect: textOf(row, 'Server__r.Dialect__c')
          };
}
