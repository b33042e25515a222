import * as z from 'zod/mini';
import { messagesOf } from '../../platform/org/fetchResponse.ts';
import { askOrg } from '../../platform/org/orgRequest.ts';
import { query } from '../../platform/records/soql.ts';

export type AnalyticsKind = 'Report' | 'Dashboard';

export interface AnalyticsItem {
    readonly id: string;
    readonly name: string;
    readonly description: string;
}

export interface AnalyticsFolder {
    readonly name: string;
    readonly items: readonly AnalyticsItem[];
}

const Entries = z.array(z.object({ id: z.string(), name: z.string() }));

/** What the user may open, by folder. Rejects with the org's words when it refuses. */
export async function readAnalyticsFolders(kind: AnalyticsKind): Promise<AnalyticsFolder[]> {
    const entries = z.parse(Entries, await askAnalytics(kind === 'Report' ? '/reports' : '/dashboards'));
    const { records } = await query(`SELECT Id, Description, FolderName FROM ${kind}`);
    const rows = new Map(records.map((row) => [String(row['Id']), row]));
    const text = (id: string, field: string): string => String(rows.get(id)?.[field] ?? '');
    const folders = Map.groupBy(entries, ({ id }) => text(id, 'FolderName'));
    return [...folders]
        .map(([name, items]) => ({
            name,
            items: items.map(({ id, name: itemName }) => ({
                id,
                name: itemName,
                description: text(id, 'Description')
            }))
        }))
        .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** An answer of the Analytics API; `path` follows `/analytics`. Rejects with the org's words when it refuses. */
export async function askAnalytics(path: string): Promise<unknown> {
    const answer = await askOrg(`/analytics${path}`);
    if (!answer.ok) {
        throw new Error(messagesOf(answer).join(' '));
    }
    return answer.content;
}
