import type { ActingUser, FieldValue, OrgRecord } from '../records.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import type { Reader } from '../store/reading.ts';
import type { PermissionSet } from '../../metadata/permissions/readPermissionSets.ts';
import { PEOPLE_PROFILE, opensCustomers } from './profiles.ts';
import { viewSchema } from './schemaView.ts';

/** What a user may see and do. Users with the same permission sets share one, so that it can be a key. */
export interface UserAccess {
    readonly schema: OrgSchema;
    readonly mayRunFlow: (flowName: string) => boolean;
    readonly mayRunReports: boolean;
    readonly mayOpenPage: (pageName: string) => boolean;
    /** Whether apps show the tab: one that no permission set shows is hidden, as it is by the profile. */
    readonly seesTab: (tab: string) => boolean;
    /** `ConVox-Server`: external credential and principal, joined by a dash. */
    readonly mayUsePrincipal: (principal: string) => boolean;
    /** What `$Permission.` says of a custom permission. */
    readonly hasPermission: (name: string) => boolean;
}

export interface AccessDependencies {
    readonly schema: OrgSchema;
    readonly permissionSets: readonly PermissionSet[];
    readonly reader: Pick<Reader, 'find'>;
    /** The administrator, who may do everything. */
    readonly isAdmin: (userId: string) => boolean;
}

/** Object, field and flow permissions by user, from the assignments in the database. */
export function createAccess(dependencies: AccessDependencies): (acting: ActingUser) => UserAccess {
    const { schema, permissionSets, reader, isAdmin } = dependencies;
    const unlimited: UserAccess = {
        schema,
        mayRunFlow: () => true,
        mayRunReports: true,
        mayOpenPage: () => true,
        seesTab: () => true,
        mayUsePrincipal: () => true,
        hasPermission: () => true
    };
    const known = new Map<string, UserAccess>();

    return (acting) => {
        if (acting.systemContext || isAdmin(acting.id)) {
            return unlimited;
        }
        const names = assignedNames(reader, acting.id);
        const profile = { opensCustomers: opensCustomers(profileOf(reader, acting.id)) };
        const key = [String(profile.opensCustomers), ...names].join(',');
        const found = known.get(key);
        if (found) {
            return found;
        }
        const sets = permissionSets.filter((set) => names.includes(set.name));
        const access: UserAccess = {
            schema: viewSchema(schema, sets, profile),
            mayRunFlow: (flowName) => sets.some((set) => set.runsEveryFlow || set.flows.has(flowName)),
            mayRunReports: sets.some((set) => set.runsReports),
            mayOpenPage: (pageName) => sets.some((set) => set.pages.has(pageName)),
            seesTab: (tab) => sets.some((set) => set.tabs.get(tab) === 'Visible'),
            // Without the object that holds the users' credentials no callout is authenticated.
            mayUsePrincipal: (principal) =>
                sets.some((set) => set.objects.has('UserExternalCredential')) &&
                sets.some((set) => set.principals.has(principal)),
            hasPermission: (name) => sets.some((set) => set.customPermissions.has(name))
        };
        known.set(key, access);
        return access;
    };
}

function profileOf(reader: Pick<Reader, 'find'>, userId: string): string {
    const byId = (object: string, id: FieldValue): OrgRecord | undefined =>
        reader.find({ object, where: { field: 'Id', operator: 'eq', value: id } })[0];
    const profileId = byId('User', userId)?.['ProfileId'] ?? null;
    return String((profileId === null ? undefined : byId('Profile', profileId))?.['Name'] ?? PEOPLE_PROFILE);
}

function assignedNames(reader: Pick<Reader, 'find'>, userId: string): string[] {
    const assignments = reader.find({
        object: 'PermissionSetAssignment',
        where: { field: 'AssigneeId', operator: 'eq', value: userId }
    });
    const groups = assignments.flatMap((assignment) => assignment['PermissionSetGroupId'] ?? []);
    const members =
        groups.length === 0
            ? []
            : reader.find({
                  object: 'PermissionSetGroupComponent',
                  where: { field: 'PermissionSetGroupId', operator: 'in', value: groups }
              });
    const ids = [...assignments, ...members].flatMap((row) => row['PermissionSetId'] ?? []);
    return ids.length === 0
        ? []
        : reader
              .find({ object: 'PermissionSet', where: { field: 'Id', operator: 'in', value: ids } })
              .map((set) => String(set['Name']))
              .toSorted();
}
