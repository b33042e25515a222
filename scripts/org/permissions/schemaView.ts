import type { FieldSchema, ObjectAccess, ObjectSchema, OrgSchema } from '../schema/schema.ts';
import type { PermissionSet } from './readPermissionSets.ts';

/** Standard objects that a profile for people lets them work with. */
const workObjects: ReadonlySet<string> = new Set(['Account', 'Contact', 'Lead', 'Case']);

/** What a user's profile opens; permission sets add to it. */
export interface ProfileAccess {
    /** Accounts, contacts, leads and cases: open to people, closed to users of integrations. */
    readonly opensCustomers: boolean;
}

const everything: ObjectAccess = { create: true, edit: true, delete: true, viewAll: false, modifyAll: false };
const readOnly: ObjectAccess = { create: false, edit: false, delete: false, viewAll: false, modifyAll: false };

/**
 * The schema as a user with these permission sets sees it. What may not be read is not there at all, so that an API
 * answers for it as for something that does not exist; what may not be written is marked so.
 * The profile behind the sets opens the standard objects and their standard fields, and nothing of the package.
 */
export function viewSchema(schema: OrgSchema, sets: readonly PermissionSet[], profile: ProfileAccess): OrgSchema {
    const all = [...schema.objects.values()].flatMap((object): [string, ObjectSchema][] => {
        const access = accessTo(object, sets, profile);
        return access ? [[object.name, viewObject(object, access, sets)]] : [];
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

function viewObject(object: ObjectSchema, access: ObjectAccess, sets: readonly PermissionSet[]): ObjectSchema {
    const fields = [...object.fields.values()].flatMap((field): [string, FieldSchema][] => {
        const seen = viewField(object, field, sets);
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

function viewField(object: ObjectSchema, field: FieldSchema, sets: readonly PermissionSet[]): FieldSchema | undefined {
    // Required fields have no field permissions of their own on the platform: who has the object has them.
    if (!field.custom || field.required) {
        return field;
    }
    const granted = sets.flatMap((set) => set.fields.get(`${object.name}.${field.name}`) ?? []);
    if (granted.length === 0) {
        return undefined;
    }
    const editable = granted.some((permission) => permission.editable);
    return { ...field, createable: field.createable && editable, updateable: field.updateable && editable };
}
