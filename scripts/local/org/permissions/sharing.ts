import type { ActingUser, Condition, FieldValue, OrgRecord } from '../records.ts';
import type { ObjectAccess, ObjectSchema } from '../../metadata/objects/schema.ts';
import { shareObjectName } from '../../metadata/objects/shareObjects.ts';
import type { Reader } from '../store/reading.ts';
import type { Sharing } from '../store/sharing.ts';
import type { SharingRule } from '../../metadata/sharing/readSharingRules.ts';

export interface SharingDependencies {
    readonly reader: Pick<Reader, 'find'>;
    /** What the user's own permissions let the user do with an object, whatever context a flow runs in. */
    readonly accessTo: (object: ObjectSchema, acting: ActingUser) => ObjectAccess | undefined;
    readonly isAdmin: (userId: string) => boolean;
    readonly rules: readonly SharingRule[];
}

/**
 * Row access as the platform grants it: to the owner, to whoever a share or a sharing rule names, by the org-wide default,
 * and to those who view or modify all records of the object. There are no roles in the local org, and no groups within
 * groups.
 */
export function createSharing({ reader, accessTo, isAdmin, rules }: SharingDependencies): Sharing {
    const isFree = (object: ObjectSchema, { id, systemContext, withSharing = false }: ActingUser): boolean =>
        (systemContext && !withSharing) || isAdmin(id) || !object.fields.has('OwnerId');

    function groupsOf(userId: string): OrgRecord[] {
        const where = { field: 'UserOrGroupId', operator: 'eq', value: userId } as const;
        const ids = reader.find({ object: 'GroupMember', where }).map((member) => member['GroupId'] ?? null);
        return ids.length === 0
            ? []
            : reader.find({ object: 'Group', where: { field: 'Id', operator: 'in', value: ids } });
    }

    /** Rules are about the rows of users; queues own some too. */
    function userIds(ownerId?: FieldValue): string[] {
        const where = ownerId === undefined ? {} : { where: { field: 'Id', operator: 'eq', value: ownerId } as const };
        return reader.find({ object: 'User', ...where }).map((user) => String(user['Id']));
    }

    /** The rules that serve a member of these groups, which may open more rows than are the user's own. */
    function rulesFor(object: ObjectSchema, groups: readonly OrgRecord[], levels: readonly string[]): SharingRule[] {
        const names = groups.map((group) => group['DeveloperName']);
        return rules
            .filter((rule) => rule.object === object.name && levels.includes(rule.level))
            .filter(({ group }) => group === undefined || names.includes(group));
    }

    const rowsOf = ({ criteria }: SharingRule): Condition =>
        criteria === undefined
            ? { field: 'OwnerId', operator: 'in', value: userIds() }
            : { all: criteria.map(({ field, value }) => ({ field, operator: 'eq', value })) };

    const opens = ({ criteria }: SharingRule, record: OrgRecord): boolean =>
        criteria === undefined
            ? userIds(record['OwnerId'] ?? null).length > 0
            : criteria.every(({ field, value }) => record[field] === value);

    function sharedIds(
        object: ObjectSchema,
        acting: ActingUser,
        groups: readonly OrgRecord[],
        levels: readonly string[]
    ): (string | null)[] {
        const receivers = [acting.id, ...groups.map((group) => String(group['Id']))];
        const shares = reader.find({
            object: shareObjectName(object.name),
            where: {
                all: [
                    { field: 'UserOrGroupId', operator: 'in', value: receivers },
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
            const own: Condition = { field: 'OwnerId', operator: 'eq', value: acting.id };
            const groups = groupsOf(acting.id);
            const opened = rulesFor(object, groups, ['Read', 'Edit']).map(rowsOf);
            const shared = sharedIds(object, acting, groups, ['Read', 'Edit', 'All']);
            return { any: [own, ...opened, { field: 'Id', operator: 'in', value: shared }] };
        },
        mayEdit(object, record, acting) {
            if (object.sharingModel === 'ReadWrite' || hasFullAccess(object, record, acting)) {
                return true;
            }
            const groups = groupsOf(acting.id);
            return (
                rulesFor(object, groups, ['Edit']).some((rule) => opens(rule, record)) ||
                sharedIds(object, acting, groups, ['Edit', 'All']).includes(String(record['Id']))
            );
        },
        mayTransfer: hasFullAccess,
        mayDelete: hasFullAccess
    };
}
