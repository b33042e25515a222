import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { packageParts, partFolders } from '../../local/metadata/packageParts.ts';
import type { Command, Desk, Invocation, Outcome } from '../cli/command.ts';
import { AdminError, dryRun, targetOrg, UsageError } from '../cli/command.ts';
import { countOf } from '../cli/words.ts';
import { readVersionNumbers, switchOff } from '../org/flowVersions.ts';
import { queryRows, soqlText } from '../org/rows.ts';
import type { PackageFacts } from '../verify/packageFacts.ts';
import { readPackageFacts } from '../verify/packageFacts.ts';
import { exportRows } from './exportRows.ts';
import { writeRemoval } from './removalManifest.ts';

export const removeCommand: Command = {
    name: 'remove',
    summary: 'prepare an org for uninstalling: export every row, take permissions away, switch the flows off',
    options: {
        'target-org': targetOrg,
        'export-to': { type: 'string', value: '<folder>', summary: 'where the CSV files go, one for each object' },
        'dry-run': dryRun('export, and say what would be taken away; change nothing in the org')
    },
    notes: `In this order: every row of the package’s objects goes into CSV files with all its fields; nothing else happens when one of
them is there already. Then assignments of the package’s permission sets and members of its public groups are deleted,
and its flows are switched off, because an active flow cannot be deleted. No row, no component of the org and no file of this machine is
deleted: the last step is in docs/uninstall.md. The folder "removal" of the export lists for it what the org has to delete,
each flow with every version that this org has.`,
    run
};

const idRow = z.object({ Id: z.string() });
const saved = z.array(
    z.object({ success: z.boolean(), errors: z.array(z.object({ message: z.string() })).default([]) })
);

async function run(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const folder = invocation.text('export-to');
    if (folder === undefined) {
        throw new UsageError('Say where the export goes: --export-to <folder>');
    }
    const isTrial = invocation.isSet('dry-run');
    const connection = await desk.connect(invocation.text('target-org'));
    const facts = readPackageFacts(partFolders(desk.root, packageParts));
    const path = resolve(desk.folder, folder);
    mkdirSync(path, { recursive: true });
    const exported: Record<string, number> = {};
    for (const object of [...facts.fields.keys()].filter((name) => name.endsWith('__c'))) {
        desk.terminal.progress(`Exporting ${object}`);
        exported[object] = await exportRows(connection, object, path);
    }
    const assignments = await readAssignments(connection, facts);
    if (!isTrial) {
        await takeAway(connection, assignments);
    }
    const packaged = [...facts.dormantFlows, ...facts.activeFlows.toReversed()];
    const flows = isTrial ? [] : await switchOff(connection, packaged);
    desk.terminal.progress('Listing what the org has to delete');
    await writeRemoval(desk.root, await readVersionNumbers(connection), join(path, 'removal'));
    const grants = assignments.reduce((sum, { ids }) => sum + ids.length, 0);
    return {
        ok: true,
        lines: [
            ...Object.entries(exported).map(([object, count]) => `${object}: ${countOf(count, 'row')} exported`),
            `Permissions and memberships ${isTrial ? 'to be taken away' : 'taken away'}: ${grants}`,
            ...(isTrial ? ['Nothing was changed.'] : [`Flows switched off: ${flows.length}`]),
            `The export is in ${path}, and the list of what to delete in its folder removal. What is left to do: docs/uninstall.md, step 3.`
        ],
        document: { dryRun: isTrial, folder: path, exported, assignments: grants, flows: [...flows] }
    };
}

interface Assignments {
    readonly object: string;
    readonly ids: readonly string[];
}

async function readAssignments(
    connection: Connection,
    { permissionSets, publicGroups }: PackageFacts
): Promise<Assignments[]> {
    const ids = async (object: string, condition: string): Promise<Assignments> => ({
        object,
        ids: (await queryRows(connection, `SELECT Id FROM ${object} WHERE ${condition}`, idRow)).map(({ Id }) => Id)
    });
    const sets = permissionSets.map(soqlText).join(', ');
    return [
        await ids('PermissionSetAssignment', `PermissionSet.Name IN (${sets})`),
        await ids('PermissionSetAssignment', "PermissionSetGroup.DeveloperName LIKE 'ConVox%'"),
        await ids('GroupMember', `Group.DeveloperName IN (${publicGroups.map(soqlText).join(', ')})`)
    ];
}

async function takeAway(connection: Connection, assignments: readonly Assignments[]): Promise<void> {
    for (const { object, ids } of assignments.filter((one) => one.ids.length > 0)) {
        const results = saved.parse(await connection.sobject(object).delete([...ids], { allowRecursive: true }));
        const refused = results.flatMap(({ success, errors }, index) =>
            success ? [] : [`${object} ${ids[index]}: ${errors.map(({ message }) => message).join('; ')}`]
        );
        if (refused.length > 0) {
            throw new AdminError(
                'The org refused to take permissions away. The export is whole; run it again into another folder.',
                refused
            );
        }
    }
}
