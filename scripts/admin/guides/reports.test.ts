import { readPublicGroups } from '../../local/metadata/sharing/readSharingRules.ts';
import { readAnalytics } from '../../local/org/reports/readAnalytics.ts';
import { readSchema } from '../../local/metadata/objects/readSchema.ts';
import { join } from 'node:path';
import { root } from '../root.ts';
import { readGuides } from './markdown.ts';

const forceApp = join(root, 'force-app');
const { dashboards, folders, reports } = readAnalytics(forceApp, readSchema(forceApp));
const guide = readGuides(root).find(({ file }) => file === 'docs/reports.md')?.text ?? '';

/** Cells of the tables' rows, without heads and rules. */
const rows = guide
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
    .map((line) =>
        line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim())
    );

test('the guide lists every report with what it shows', () => {
    const listed = rows.filter(([name = '']) => name.endsWith('?'));
    const expected = [...reports.values()].map(({ description, name }) => [name, description]);
    expect(listed.toSorted()).toEqual(expected.toSorted());
});

test('the guide lists every dashboard with what it shows', () => {
    const titles = new Set(dashboards.map(({ title }) => title));
    expect(rows.filter(([title = '']) => titles.has(title)).toSorted()).toEqual(
        dashboards.map(({ description, title }) => [title, description]).toSorted()
    );
});

test('every report of calls and promises is narrowed by process and agent', () => {
    const open = [...reports.values()].flatMap(({ filters, name, type }) =>
        ['Process_Name__c', 'Process_in_Words__c', 'Agent__c'].flatMap((field) => {
            const column = [...type.columns.keys()].find((key) => key.endsWith(`${field}`));
            return column === undefined || filters.some((filter) => filter.column === column)
                ? []
                : [`${name} ${field}`];
        })
    );
    expect(open).toEqual([]);
});

test('every report is named as the question that it answers', () => {
    const names = [...reports.values()].map(({ name }) => name);
    expect(names.filter((name) => !/^[A-Z].*\?$/.test(name) || name.length > 40)).toEqual([]);
});

test('the guide names every public group that a folder is shared with', () => {
    const labels = new Map(readPublicGroups(forceApp).map(({ label, name }) => [name, label]));
    const names = folders.flatMap(({ sharedWith }) => (sharedWith === 'everybody' ? [] : sharedWith));
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !guide.includes(labels.get(name) ?? name))).toEqual([]);
});
