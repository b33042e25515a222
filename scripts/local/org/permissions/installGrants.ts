import type { ActingUser, FieldValues, RecordStore } from '../records.ts';
import { profiles } from './profiles.ts';
import type { PermissionSetGroup } from '../../metadata/permissions/readPermissionSetGroups.ts';
import type { PermissionSet } from '../../metadata/permissions/readPermissionSets.ts';
import type { PublicGroup } from '../../metadata/sharing/readSharingRules.ts';

/** What the package brings that users can be given. */
export interface Grants {
    readonly sets: readonly PermissionSet[];
    readonly setGroups: readonly PermissionSetGroup[];
    readonly publicGroups: readonly PublicGroup[];
}

/** Gives every permission set and group of the package its rows, so that they can be given to users and queried. */
export function installGrants(store: RecordStore, { sets, setGroups, publicGroups }: Grants, admin: ActingUser): void {
    function idsBy(field: string, object: string): ReadonlyMap<string, string> {
        return new Map(store.find({ object }).map((row) => [String(row[field]), String(row['Id'])]));
    }

    function insert(object: string, rows: readonly FieldValues[]): void {
        for (const result of store.create(object, rows, admin)) {
            if (!result.success) {
                const problems = result.errors.map(({ message }) => message).join('; ');
                throw new Error(`A row of ${object} could not be installed: ${problems}`);
            }
        }
    }

    const knownProfiles = idsBy('Name', 'Profile');
    insert(
        'Profile',
        profiles.filter((name) => !knownProfiles.has(name)).map((Name) => ({ Name }))
    );
    const knownSets = idsBy('Name', 'PermissionSet');
    insert(
        'PermissionSet',
        sets
            .filter(({ name }) => !knownSets.has(name))
            .map(({ name, label, description }) => ({ Name: name, Label: label, Description: description ?? null }))
    );
    const knownGroups = idsBy('DeveloperName', 'PermissionSetGroup');
    insert(
        'PermissionSetGroup',
        setGroups
            .filter(({ name }) => !knownGroups.has(name))
            .map(({ name, label }) => ({ DeveloperName: name, MasterLabel: label }))
    );

    const knownPublic = idsBy('DeveloperName', 'Group');
    insert(
        'Group',
        publicGroups
            .filter(({ name }) => !knownPublic.has(name))
            .map(({ name, label }) => ({ DeveloperName: name, Name: label, Type: 'Regular' }))
    );

    const setIds = idsBy('Name', 'PermissionSet');
    const groupIds = idsBy('DeveloperName', 'PermissionSetGroup');
    const present = new Set(
        store
            .find({ object: 'PermissionSetGroupComponent' })
            .map((row) => `${String(row['PermissionSetGroupId'])} ${String(row['PermissionSetId'])}`)
    );
    const members = setGroups.flatMap((group) =>
        group.sets.map((set) => ({
            PermissionSetGroupId: groupIds.get(group.name) ?? null,
            PermissionSetId: setIds.get(set) ?? null
        }))
    );
    insert(
        'PermissionSetGroupComponent',
        members.filter((member) => !present.has(`${member.PermissionSetGroupId} ${member.PermissionSetId}`))
    );
}
