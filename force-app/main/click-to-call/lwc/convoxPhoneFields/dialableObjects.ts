import { listAt, textAt } from 'c/convoxPath';

/** Objects whose records have a number to call. */
export const DIALABLE_OBJECTS: readonly string[] = [
    'Contact',
    'Lead',
    'Account',
    'ConVox_Call__c',
    'ConVox_Follow_Up__c'
];

/**
 * The object of a record id, for places that are told the id only.
 * @param infos what the getObjectInfos wire delivered for DIALABLE_OBJECTS
 * @returns API name; undefined while the objects are unknown, or when the record is of another one
 */
export function objectOfRecord(recordId: string, infos: unknown): string | undefined {
    const info = listAt(infos, 'results').find((one) => textAt(one, 'result', 'keyPrefix') === recordId.slice(0, 3));
    return textAt(info, 'result', 'apiName') || undefined;
}
