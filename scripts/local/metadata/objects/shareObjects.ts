import type { FieldSchema, SharingModel } from './schema.ts';
import { lookup, picklist } from './standardFields.ts';

const fixed = { required: true, updateable: false } as const;

/** `ConVox_Call__Share` for `ConVox_Call__c`: its rows share one record with one user or group. */
export function shareObjectName(object: string): string {
    return object.replace(/__c$/, '__Share');
}

/** The platform keeps shares of a custom object exactly while not everybody may read and write it. */
export function hasShares(object: string, model: SharingModel | undefined): boolean {
    return object.endsWith('__c') && model !== undefined && model !== 'ReadWrite';
}

/** Fields of the share object of a custom object. */
export function shareFields(object: string): readonly FieldSchema[] {
    return [
        lookup(
            'ParentId',
            'Parent ID',
            [object],
            { childRelationshipName: 'Shares', relationshipName: 'Parent', onDelete: 'Cascade' },
            fixed
        ),
        lookup('UserOrGroupId', 'User/Group ID', ['Group', 'User'], {}, fixed),
        picklist('AccessLevel', 'Access Level', ['Read', 'Edit', 'All'], { required: true }),
        picklist('RowCause', 'Row Cause', ['*Manual', 'Owner', 'Rule'], { updateable: false })
    ];
}
