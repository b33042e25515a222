import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { ListView, PageLayout } from '../composition.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { many, readMetadata, text } from './xml.ts';

const Layout = z.object({
    layoutSections: many(
        z.object({
            label: text.default(''),
            layoutColumns: many(z.object({ layoutItems: many(z.object({ field: text.optional() })) }).or(z.literal('')))
        })
    ),
    platformActionList: z
        .object({ platformActionListItems: many(z.object({ actionName: text, sortOrder: z.coerce.number() })) })
        .optional(),
    relatedLists: many(z.object({ fields: many(text), relatedList: text }))
});

const CompactLayout = z.object({ fields: many(text) });
const CustomObject = z.object({ compactLayoutAssignment: text.optional() });

const View = z.object({
    fullName: text,
    label: text,
    columns: many(text),
    booleanFilter: text.optional(),
    filterScope: text.default('Everything'),
    filters: many(z.object({ field: text, operation: text, value: text.default('') }))
});

/** Reads page layouts by object. An object with several shows the first by name. */
export function readLayouts(forceApp: string): Record<string, PageLayout> {
    const layouts: Record<string, PageLayout> = {};
    for (const { name, file } of metadataFiles(forceApp, '.layout-meta.xml')) {
        const objectApiName = name.slice(0, name.indexOf('-'));
        const layout = readMetadata(file, 'Layout', Layout);
        layouts[objectApiName] ??= {
            name: name.slice(objectApiName.length + 1),
            sections: layout.layoutSections
                .map(({ label, layoutColumns }) => ({
                    label,
                    columns: layoutColumns.map((column) =>
                        column === '' ? [] : column.layoutItems.flatMap(({ field }) => field ?? [])
                    )
                }))
                .filter(({ columns }) => columns.flat().length > 0),
            relatedLists: layout.relatedLists.map(({ fields, relatedList }) => ({ name: relatedList, fields })),
            ...(layout.platformActionList && {
                actions: layout.platformActionList.platformActionListItems
                    .toSorted((a, b) => a.sortOrder - b.sortOrder)
                    .map(({ actionName }) => actionName)
            })
        };
    }
    return layouts;
}

function objectFolders(forceApp: string): { objectApiName: string; folder: string }[] {
    return globSync('*/objects/*', { cwd: forceApp })
        .sort()
        .map((path) => ({ objectApiName: basename(path), folder: join(forceApp, path) }));
}

/** Reads the assigned compact layout's fields by object, or the first one's where none is assigned. */
export function readCompactLayouts(forceApp: string): Record<string, readonly string[]> {
    const chosen: Record<string, readonly string[]> = {};
    for (const { objectApiName, folder } of objectFolders(forceApp)) {
        const [definition] = globSync('*.object-meta.xml', { cwd: folder });
        const assigned =
            definition && readMetadata(join(folder, definition), 'CustomObject', CustomObject).compactLayoutAssignment;
        const files = globSync('compactLayouts/*.compactLayout-meta.xml', { cwd: folder }).sort();
        const file = files.find((path) => basename(path).startsWith(`${assigned}.`)) ?? files[0];
        if (file) {
            chosen[objectApiName] = readMetadata(join(folder, file), 'CompactLayout', CompactLayout).fields;
        }
    }
    return chosen;
}

/** Reads list views by object, in alphabetical order of their labels. */
export function readListViews(forceApp: string): Record<string, readonly ListView[]> {
    return Object.fromEntries(
        objectFolders(forceApp).map(({ objectApiName, folder }) => [
            objectApiName,
            globSync('listViews/*.listView-meta.xml', { cwd: folder })
                .map((path) => readMetadata(join(folder, path), 'ListView', View))
                .map((view) => ({
                    name: view.fullName,
                    label: view.label,
                    columns: view.columns,
                    filters: view.filters,
                    ...(view.booleanFilter !== undefined && { logic: view.booleanFilter }),
                    mine: view.filterScope === 'Mine'
                }))
                .sort((a, b) => a.label.localeCompare(b.label))
        ])
    );
}
