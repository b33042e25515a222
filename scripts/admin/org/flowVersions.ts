import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { AdminError } from '../cli/command.ts';

const definitions = z.object({
    records: z.array(
        z.object({
            Id: z.string(),
            DeveloperName: z.string(),
            ActiveVersionId: z.string().nullable(),
            LatestVersionId: z.string().nullable()
        })
    )
});
const versionRow = z.object({ Id: z.string(), DefinitionId: z.string(), VersionNumber: z.number() });
const versions = z.object({ records: z.array(versionRow) });

export interface FlowVersions {
    /** Id of the definition. */
    readonly id: string;
    readonly active: string | null;
    readonly latest: string | null;
}

/** The package's flows as the org has them, by API name. */
export async function readFlowVersions(connection: Connection): Promise<ReadonlyMap<string, FlowVersions>> {
    const answer = await connection.tooling.query(
        "SELECT Id, DeveloperName, ActiveVersionId, LatestVersionId FROM FlowDefinition WHERE DeveloperName LIKE 'ConVox%'",
        { autoFetch: true, maxFetch: 10_000 }
    );
    return new Map(
        definitions
            .parse(answer)
            .records.map((row) => [
                row.DeveloperName,
                { id: row.Id, active: row.ActiveVersionId, latest: row.LatestVersionId }
            ])
    );
}

async function versionsWith(
    connection: Connection,
    field: 'Id' | 'DefinitionId',
    ids: readonly string[]
): Promise<z.infer<typeof versionRow>[]> {
    const listed = ids.map((id) => `'${id}'`).join(', ');
    const answer = await connection.tooling.query(
        `SELECT Id, DefinitionId, VersionNumber FROM Flow WHERE ${field} IN (${listed}) ORDER BY VersionNumber`,
        { autoFetch: true, maxFetch: 10_000 }
    );
    return versions.parse(answer).records;
}

/** Numbers of every version that the org has of the package's flows, by API name; old ones and drafts too. */
export async function readVersionNumbers(connection: Connection): Promise<ReadonlyMap<string, readonly number[]>> {
    const flows = await readFlowVersions(connection);
    if (flows.size === 0) {
        return new Map();
    }
    const ids = [...flows.values()].map(({ id }) => id);
    const records = await versionsWith(connection, 'DefinitionId', ids);
    return new Map(
        [...flows].map(([name, { id }]) => [
            name,
            records.filter(({ DefinitionId }) => DefinitionId === id).map(({ VersionNumber }) => VersionNumber)
        ])
    );
}

/**
 * Makes the latest version of these flows their active one, in this order; production orgs take flows switched off.
 * @returns those that were changed
 * @throws AdminError with every flow that the org refuses to activate
 */
export async function activateLatest(connection: Connection, names: readonly string[]): Promise<string[]> {
    const flows = await readFlowVersions(connection);
    const waiting = names.flatMap((name) => {
        const flow = flows.get(name);
        return flow === undefined || flow.latest === null || flow.latest === flow.active
            ? []
            : [{ name, id: flow.id, latest: flow.latest }];
    });
    if (waiting.length === 0) {
        return [];
    }
    const latest = waiting.map((flow) => flow.latest);
    const records = await versionsWith(connection, 'Id', latest);
    const numbers = new Map(records.map(({ Id, VersionNumber }) => [Id, VersionNumber]));
    await setVersions(
        connection,
        waiting.map((flow) => ({ ...flow, version: numbers.get(flow.latest) ?? 0 })),
        'Everything is deployed, but the org did not activate the latest version of some flows. Activate them in Setup, Flows.'
    );
    return waiting.map(({ name }) => name);
}

/**
 * Switches these flows off, in this order.
 * @returns those that were active
 * @throws AdminError with every flow that the org leaves active
 */
export async function switchOff(connection: Connection, names: readonly string[]): Promise<string[]> {
    const flows = await readFlowVersions(connection);
    const active = names.flatMap((name) => {
        const flow = flows.get(name);
        return flow === undefined || flow.active === null ? [] : [{ name, id: flow.id, version: 0 }];
    });
    await setVersions(connection, active, 'The org did not switch off some flows. Do it in Setup, Flows.');
    return active.map(({ name }) => name);
}

interface Activation {
    readonly name: string;
    /** Id of the definition. */
    readonly id: string;
    /** Number of the version to be active; 0 for none. */
    readonly version: number;
}

async function setVersions(connection: Connection, flows: readonly Activation[], trouble: string): Promise<void> {
    const refused: string[] = [];
    for (const { name, id, version } of flows) {
        try {
            await connection.request({
                method: 'PATCH',
                url: `/services/data/v${connection.version}/tooling/sobjects/FlowDefinition/${id}`,
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ Metadata: { activeVersionNumber: version } })
            });
        } catch (error) {
            refused.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    if (refused.length > 0) {
        throw new AdminError(trouble, refused);
    }
}
