import type { ActingUser, RecordStore } from '../records.ts';
import type { PermissionSet } from './readPermissionSets.ts';

/** Gives every permission set of the package its row, so that it can be assigned and queried. */
export function installPermissionSets(store: RecordStore, sets: readonly PermissionSet[], admin: ActingUser): void {
    const installed = new Set(store.find({ object: 'PermissionSet' }).map((row) => row['Name']));
    const rows = sets
        .filter((set) => !installed.has(set.name))
        .map(({ name, label }) => ({ Name: name, Label: label }));
    for (const result of store.create('PermissionSet', rows, admin)) {
        if (!result.success) {
            throw new Error(
                `A permission set could not be installed: ${result.errors.map(({ message }) => message).join('; ')}`
            );
        }
    }
}
