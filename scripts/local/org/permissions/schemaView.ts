import type { FieldSchema, ObjectAccess, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import type { PermissionSet } from '../../metadata/permissions/readPermissionSets.ts';

/** Standard objects that a profile for people lets them work with. */
const workObjects: ReadonlySet<string> = new Set(['Account', 'Contact', 'Lead', 'Case']);

/** What a user's profile opens; permission sets add to it. */
export interface ProfileAccess {
    /** Accounts, contacts, leads and cases with their standard fields. */
    readonly opensCustomers: boolean;
}

const everything: ObjectAccess = { create: true, edit: true, delete: true, viewAll: false, modifyAll: false };
const readOnly: ObjectAccess = { create: false, edit: false, delete: false, viewAll: false, modifyAll: false };

/**
 * The schema as a user with these permission sets sees it. What may not be read is not there at all, so that an API
 * answers for it as for something that does not exist; what may not be written is marked so.
 * The profile behind the sets opens nothing of the package, and may open the standard objects and their standard fields.
 */
export function viewSchema(schema: OrgSchema, sets: readonly PermissionSet[], profile: ProfileAccess): OrgSchema {
    const all = [...schema.objects.values()].flatMap((object): [string, ObjectSchema][] => {
        const access = accessTo(object, sets, profile);
        return access ? [[object.name, viewObject(object, access, sets, profile)]] : [];
    });
    const objects = withoutOrphanedShares(all);
    const visible = new Map(objects);
    const withChildren = objects.map(([name, object]): [string, ObjectSchema] => [
        name,
        {
            ...object,
            children: object.children.filter((child) => visible.get(child.childObject)?.fields.has(child.field))
        }
    ]);
    return { objects: new Map(withChildren) };
}

/** Who may not see an object does not see who shares it either. */
function withoutOrphanedShares(objects: readonly (readonly [string, ObjectSchema])[]): [string, ObjectSchema][] {
    const names = new Set(objects.map(([name]) => name));
    return objects.flatMap(([name, object]): [string, ObjectSchema][] => {
        const shared = name.endsWith('__Share') ? object.fields.get('ParentId')?.lookup?.objects : undefined;
        return shared?.some((parent) => names.has(parent)) === false ? [] : [[name, object]];
    });
}

function accessTo(
    object: ObjectSchema,
    sets: readonly PermissionSet[],
    { opensCustomers }: ProfileAccess
): ObjectAccess | undefined {
    const granted = sets.flatMap((set) => set.objects.get(object.name) ?? []);
    if (workObjects.has(object.name)) {
        granted.push(...(opensCustomers ? [everything] : []));
    } else if (!object.custom) {
        granted.push(readOnly);
    }
    return granted.length === 0
        ? undefined
        : {
              create: granted.some((access) => access.create),
              edit: granted.some((access) => access.edit),
              delete: granted.some((access) => access.delete),
              viewAll: granted.some((access) => access.viewAll || access.modifyAll),
              modifyAll: granted.some((access) => access.modifyAll)
          };
}

function viewObject(
    object: ObjectSchema,
    access: ObjectAccess,
    sets: readonly PermissionSet[],
    profile: ProfileAccess
): ObjectSchema {
    const fields = [...object.fields.values()].flatMap((field): [string, FieldSchema][] => {
        const seen = viewField(object, field, sets, profile);
        return seen ? [[field.name, seen]] : [];
    });
    const names = new Set(fields.map(([name]) => name));
    return {
        ...object,
        access,
        fields: new Map(fields),
        compactLayout: object.compactLayout.filter((name) => names.has(name))
    };
}

function viewField(
    object: ObjectSchema,
    field: FieldSchema,
    sets: readonly PermissionSet[],
    { opensCustomers }: ProfileAccess
): FieldSchema | undefined {
    const isOpened = !field.custom && (opensCustomers || !workObjects.has(object.name));
    if (isOpened || hasNoPermissions(field)) {
        return field;
    }
    const granted = sets.flatMap((set) => set.fields.get(`${object.name}.${field.name}`) ?? []);
    if (granted.length === 0) {
        return undefined;
    }
    const editable = granted.some((permission) => permission.editable);
    return { ...field, createable: field.createable && editable, updateable: field.updateable && editable };
}

/** Names, owners, required fields and the platform's own flags have no field permissions: who has the object has them. */
export function hasNoPermissions(field: FieldSchema): boolean {
    const isFlag = !field.custom && field.type === 'Checkbox' && !field.createable;
    return field.required || field.nameField || field.partOf !== undefined || field.name === 'OwnerId' || isFlag;
}
