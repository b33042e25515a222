import type { ActingUser, Condition, OrgRecord } from '../records.ts';
import type { ObjectAccess, ObjectSchema } from '../schema/schema.ts';
import { shareObjectName } from '../schema/shareObjects.ts';
import type { Reader } from '../store/reading.ts';
import type { Sharing } from '../store/sharing.ts';

export interface SharingDependencies {
    readonly reader: Pick<Reader, 'find'>;
    /** What the user's own permissions let the user do with an object, whatever context a flow runs in. */
    readonly accessTo: (object: ObjectSchema, acting: ActingUser) => ObjectAccess | undefined;
    readonly isAdmin: (userId: string) => boolean;
}

/**
 * Row access as the platform grants it: to the owner, to whoever a share names, by the org-wide default, and to those who
 * view or modify all records of the object. There are no roles and no sharing rules in the local org.
 */
export function createSharing({ reader, accessTo, isAdmin }: SharingDependencies): Sharing {
    const isFree = (object: ObjectSchema, { id, systemContext, withSharing = false }: ActingUser): boolean =>
        (systemContext && !withSharing) || isAdmin(id) || !object.fields.has('OwnerId');

    function sharedIds(object: ObjectSchema, acting: ActingUser, levels: readonly string[]): (string | null)[] {
        const shares = reader.find({
            object: shareObjectName(object.name),
            where: {
                all: [
                    { field: 'UserOrGroupId', operator: 'eq', value: acting.id },
                    { field: 'AccessLevel', operator: 'in', value: levels }
                ]
            }
        });
        return shares.map((share) => String(share['ParentId']));
    }

    function hasFullAccess(object: ObjectSchema, record: OrgRecord, acting: ActingUser): boolean {
        return (
            isFree(object, acting) ||
            accessTo(object, acting)?.modifyAll === true ||
            record['OwnerId'] === acting.id ||
            // Leads, cases and their like may be transferred and deleted by everybody who may delete at all.
            (!object.custom && object.sharingModel === 'ReadWrite')
        );
    }

    return {
        readable(object, acting): Condition | undefined {
            const isOpen = object.sharingModel !== 'Private' || isFree(object, acting);
            if (isOpen || accessTo(object, acting)?.viewAll === true) {
                return undefined;
            }
            return {
                any: [
                    { field: 'OwnerId', operator: 'eq', value: acting.id },
                    { field: 'Id', operator: 'in', value: sharedIds(object, acting, ['Read', 'Edit', 'All']) }
                ]
            };
        },
        mayEdit: (object, record, acting) =>
            object.sharingModel === 'ReadWrite' ||
            hasFullAccess(object, record, acting) ||
            sharedIds(object, acting, ['Edit', 'All']).includes(String(record['Id'])),
        mayDelete: hasFullAccess
    };
}
