import { basename } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import JSZip from 'jszip';
import { z } from 'zod';
import { AdminError } from '../cli/command.ts';
import { countOf } from '../cli/words.ts';
import { queryRows, soqlText } from '../org/rows.ts';
import { API_VERSION } from '../org/signIn.ts';
import type { DashboardChoices, WrittenFilter } from './dashboardFilters.ts';
import { filtersOf, MOST_VALUES, wordsOfProcess } from './dashboardFilters.ts';
import { dashboardFor, FILTERED_DASHBOARDS } from './packagedDashboards.ts';

/** Filters that the org's dashboards lack, by process and agent. */
export interface DashboardPlan {
    /** Developer names of dashboards that are written anew. */
    readonly changed: readonly string[];
    readonly lines: readonly string[];
    /** @throws AdminError in the org's words when it refuses them */
    apply(shortestWait: number | undefined): Promise<void>;
}

/** For a file that names neither processes nor agents. */
export const noDashboards: DashboardPlan = { changed: [], lines: [], apply: () => Promise.resolve() };

const LONGEST_WAIT = 600_000;

const describedRow = z.object({
    filters: z.array(z.object({ name: z.string(), options: z.array(z.object({ value: z.string().nullable() })) }))
});
const dashboardRow = z.object({ Id: z.string(), DeveloperName: z.string(), RunningUserId: z.string().nullable() });

/**
 * Compares the filters of the org's dashboards with the processes and agents that the org has now. A package cannot bring
 * them, as filters hold values, and an upgrade takes them away.
 */
export async function planDashboards(connection: Connection, root: string): Promise<DashboardPlan> {
    const choices = await readChoices(connection);
    const filters = filtersOf(choices);
    const rows = await queryRows(
        connection,
        `SELECT Id, DeveloperName, RunningUserId FROM Dashboard WHERE DeveloperName IN (${FILTERED_DASHBOARDS.map((path) => soqlText(basename(path))).join(', ')})`,
        dashboardRow
    );
    const wanted = JSON.stringify(filters.map(({ name, values }) => [name, ...values]));
    const differing: z.infer<typeof dashboardRow>[] = [];
    for (const row of rows) {
        if ((await shownFilters(connection, row.Id)) !== wanted) {
            differing.push(row);
        }
    }
    const changed = differing.map(({ DeveloperName }) => DeveloperName).toSorted();
    return {
        changed,
        lines: changed.length === 0 ? [] : linesOf(changed, filters, choices),
        apply: async (shortestWait) => {
            if (differing.length > 0) {
                const users = await userNames(
                    connection,
                    differing.flatMap(({ RunningUserId }) => RunningUserId ?? [])
                );
                await deploy(connection, await archiveOf(root, differing, filters, users), shortestWait);
            }
        }
    };
}

async function readChoices(connection: Connection): Promise<DashboardChoices> {
    const processes = await queryRows(
        connection,
        'SELECT Name, Process_Code__c FROM ConVox_Process__c WHERE Process_Code__c != null',
        z.object({ Name: z.string(), Process_Code__c: z.string() })
    );
    const agents = await queryRows(
        connection,
        'SELECT User__r.Name FROM ConVox_Agent__c WHERE Is_Active__c = true AND User__c != null',
        z.object({ User__r: z.object({ Name: z.string() }) })
    );
    return {
        process: processes.map((row) => wordsOfProcess(row.Name, row.Process_Code__c)),
        agent: agents.map((row) => row.User__r.Name)
    };
}

async function shownFilters(connection: Connection, id: string): Promise<string> {
    const described: unknown = await connection.request(
        `/services/data/v${API_VERSION}/analytics/dashboards/${id}/describe`
    );
    const { filters } = describedRow.parse(described);
    return JSON.stringify(filters.map(({ name, options }) => [name, ...options.map(({ value }) => value)]));
}

function linesOf(changed: readonly string[], filters: readonly WrittenFilter[], choices: DashboardChoices): string[] {
    const counts = filters.map(({ name, values }) => `${name} (${countOf(values.length, 'value')})`).join(', ');
    return [
        `~ Dashboards ${changed.join(', ')}: filters ${counts === '' ? 'taken away' : counts}`,
        ...filters.flatMap(({ by, name, values }) => {
            const all = new Set(choices[by]).size;
            return all > values.length
                ? [`! Filter ${name} offers the first ${MOST_VALUES} of ${all}: Salesforce takes no more of one filter`]
                : [];
        })
    ];
}

/** Whom the dashboards run as stays as the org has it: a deployment without a user would make it the one who deploys. */
async function userNames(connection: Connection, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) {
        return new Map();
    }
    const users = await queryRows(
        connection,
        `SELECT Id, Username FROM User WHERE Id IN (${[...new Set(ids)].map(soqlText).join(', ')})`,
        z.object({ Id: z.string(), Username: z.string() })
    );
    return new Map(users.map(({ Id: id, Username: name }) => [id, name]));
}

async function archiveOf(
    root: string,
    rows: readonly z.infer<typeof dashboardRow>[],
    filters: readonly WrittenFilter[],
    users: ReadonlyMap<string, string>
): Promise<Buffer> {
    const paths = rows.flatMap((row) => {
        const path = FILTERED_DASHBOARDS.find((one) => basename(one) === row.DeveloperName);
        return path === undefined ? [] : [{ path, user: users.get(row.RunningUserId ?? '') }];
    });
    const members = paths.map(({ path }) => `<members>${path}</members>`).join('');
    const manifest = `<?xml version="1.0" encoding="UTF-8"?><Package xmlns="http://soap.sforce.com/2006/04/metadata"><types>${members}<name>Dashboard</name></types><version>${API_VERSION}</version></Package>`;
    const archive = new JSZip().file('package.xml', manifest);
    for (const { path, user } of paths) {
        archive.file(`dashboards/${path}.dashboard`, dashboardFor(root, path, filters, user), { createFolders: false });
    }
    return archive.generateAsync({ type: 'nodebuffer' });
}

const failures = z.object({
    success: z.boolean(),
    details: z
        .object({
            componentFailures: z
                .union([z.array(z.object({ fullName: z.string(), problem: z.string() })), z.undefined(), z.null()])
                .transform((list) => list ?? [])
        })
        .nullish()
});

async function deploy(connection: Connection, archive: Buffer, shortestWait: number | undefined): Promise<void> {
    const { metadata } = connection;
    metadata.pollInterval = shortestWait ?? metadata.pollInterval;
    metadata.pollTimeout = LONGEST_WAIT;
    const result: unknown = await metadata.deploy(archive, { singlePackage: true }).complete(true);
    const { success, details } = failures.parse(result);
    if (!success) {
        throw new AdminError(
            'The org refused the filters of the dashboards. Everything else is saved.',
            (details?.componentFailures ?? []).map(({ fullName, problem }) => `${fullName}: ${problem}`)
        );
    }
}
