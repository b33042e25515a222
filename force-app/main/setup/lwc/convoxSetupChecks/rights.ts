import { isRecord, textAt } from 'c/convoxPath';
import type { Rights } from './check.ts';

/** Sets of the package that its groups bring along. */
export const SETS_OF_GROUPS: Readonly<Record<string, readonly string[]>> = {
    ConVox_Agents: ['ConVox_Agent'],
    ConVox_Supervisors: ['ConVox_Agent', 'ConVox_Manager'],
    ConVox_Administrators: ['ConVox_Admin', 'ConVox_Setup'],
    ConVox_Managers: ['ConVox_Manager']
};

/**
 * Who has which of our permission sets. An inactive user keeps what was given, and has nothing by it.
 * @param outputs of the flow ConVox_Read_Rights: `sets`, `groups` and `assignments` as rows, `leftIds` as ids, `fault` as text
 */
export function readRights(outputs: Readonly<Record<string, unknown>>): Rights {
    const names = new Map([...named(outputs.sets, 'Name'), ...named(outputs.groups, 'DeveloperName')]);
    const usersBySet = new Map<string, Set<string>>();
    const administrators = new Set<string>();
    const left = new Set(Array.isArray(outputs.leftIds) ? outputs.leftIds : []);
    for (const row of rows(outputs.assignments).filter(({ AssigneeId }) => !left.has(AssigneeId))) {
        const given = names.get(textAt(row, 'PermissionSetGroupId')) ?? names.get(textAt(row, 'PermissionSetId')) ?? '';
        if (given === 'ConVox_Administrators') {
            administrators.add(textAt(row, 'AssigneeId'));
        }
        for (const set of SETS_OF_GROUPS[given] ?? [given]) {
            usersBySet.set(set, (usersBySet.get(set) ?? new Set()).add(textAt(row, 'AssigneeId')));
        }
    }
    return {
        usersBySet,
        administrators,
        ids: new Map([...names].map(([id, name]) => [name, id])),
        fault: textAt(outputs, 'fault')
    };
}

function named(list: unknown, field: string): [id: string, name: string][] {
    return rows(list).map((row) => [textAt(row, 'Id'), textAt(row, field)]);
}

function rows(list: unknown): Readonly<Record<string, unknown>>[] {
    return Array.isArray(list) ? list.filter(isRecord) : [];
}
