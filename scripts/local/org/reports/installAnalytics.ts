import type { ActingUser, FieldValues, OrgRecord, RecordStore, SaveResult } from '../records.ts';
import type { AnalyticsMetadata } from './readAnalytics.ts';

/** Record ids of what was installed, by folder and developer name. */
export interface AnalyticsIds {
    readonly folders: ReadonlyMap<string, string>;
    readonly reports: ReadonlyMap<string, string>;
    readonly dashboards: ReadonlyMap<string, string>;
}

/**
 * Gives every folder, report and dashboard of the package its row, as a deployment does: ids stay the same from one start
 * to the next, and what the package no longer has goes.
 */
export function installAnalytics(store: RecordStore, metadata: AnalyticsMetadata, admin: ActingUser): AnalyticsIds {
    const { dashboards, folders, reports } = metadata;
    const folderNames = new Map(folders.map(({ developerName, name }) => [developerName, name]));
    const sync = (object: string, rows: readonly FieldValues[]): Map<string, string> =>
        syncRows(store, object, rows, admin);
    const folderIds = sync(
        'Folder',
        folders.map(({ developerName, kind, name }) => ({ DeveloperName: developerName, Name: name, Type: kind }))
    );
    const reportIds = sync(
        'Report',
        [...reports.values()].map(({ description, developerName, folder, format, name }) => ({
            DeveloperName: developerName,
            Name: name,
            Description: description,
            FolderName: folderNames.get(folder) ?? null,
            Format: format
        }))
    );
    const dashboardIds = sync(
        'Dashboard',
        dashboards.map(({ description, developerName, folder, title }) => ({
            DeveloperName: developerName,
            Title: title,
            Description: description,
            FolderName: folderNames.get(folder) ?? null,
            FolderId: folderIds.get(folder) ?? null,
            RunningUserId: admin.id
        }))
    );
    return {
        folders: folderIds,
        reports: new Map([...reports].map(([key, { developerName }]) => [key, reportIds.get(developerName) ?? ''])),
        dashboards: new Map(
            dashboards.map(({ developerName, folder }) => [
                `${folder}/${developerName}`,
                dashboardIds.get(developerName) ?? ''
            ])
        )
    };
}

/** Ids by developer name. */
function syncRows(
    store: RecordStore,
    object: string,
    rows: readonly FieldValues[],
    admin: ActingUser
): Map<string, string> {
    const installed = new Map(store.find({ object }).map((row) => [String(row['DeveloperName']), row]));
    const isNew = (row: FieldValues): boolean => !installed.has(String(row['DeveloperName']));
    const names = new Set(rows.map((row) => String(row['DeveloperName'])));
    const stale = [...installed].filter(([name]) => !names.has(name)).map(([, row]) => String(row['Id']));
    const changed = rows
        .filter((row) => !isNew(row) && differs(row, installed.get(String(row['DeveloperName']))))
        .map((values) => ({ id: String(installed.get(String(values['DeveloperName']))?.['Id']), values }));
    const results = [
        ...store.create(object, rows.filter(isNew), admin),
        ...store.update(object, changed, admin),
        ...store.delete(object, stale, admin)
    ];
    requireSuccess(object, results);
    return new Map(store.find({ object }).map((row) => [String(row['DeveloperName']), String(row['Id'])]));
}

function differs(values: FieldValues, row: OrgRecord | undefined): boolean {
    return Object.entries(values).some(([name, value]) => row?.[name] !== value);
}

function requireSuccess(object: string, results: readonly SaveResult[]): void {
    for (const result of results) {
        if (!result.success) {
            const problems = result.errors.map(({ message }) => message).join('; ');
            throw new Error(`A ${object} could not be installed: ${problems}`);
        }
    }
}
