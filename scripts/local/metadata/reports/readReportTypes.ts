import { basename } from 'node:path';
import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { MetadataError, booleanOf, readMetadataFile, requiredTextOf } from '../readMetadata.ts';
import type { ObjectSchema, OrgSchema } from '../objects/schema.ts';
import type { ReportTable, ReportType, ReportTypeColumn } from './definition.ts';
import { onlyChildOf } from '../metadataWords.ts';

const SUFFIX = '.reportType-meta.xml';

/**
 * Reads the package's custom report types, by the name that reports give them.
 * @throws MetadataError naming the file, for an object, relationship or field that does not exist
 */
export function readReportTypes(forceApp: MetadataFolders, schema: OrgSchema): ReadonlyMap<string, ReportType> {
    return new Map(
        metadataFiles(forceApp, SUFFIX).map(({ file }) => {
            const type = readReportType(file, schema);
            return [type.name, type];
        })
    );
}

function readReportType(file: string, schema: OrgSchema): ReportType {
    const element = readMetadataFile(file, 'ReportType');
    const tables = readTables(element, schema);
    const columns = childrenOf(element, 'sections').flatMap((section) =>
        childrenOf(section, 'columns').map((column) => ({
            ...readColumn(column, tables, schema),
            section: requiredTextOf(section, 'masterLabel')
        }))
    );
    return {
        name: `${basename(file, SUFFIX)}__c`,
        label: requiredTextOf(element, 'label'),
        tables,
        columns: new Map(columns.map((column) => [column.name, column]))
    };
}

function readTables(element: XmlElement, schema: OrgSchema): ReportTable[] {
    const base = requiredTextOf(element, 'baseObject');
    let parent = objectOf(element, schema, base);
    const tables: ReportTable[] = [{ name: base, object: base }];
    for (let join = onlyChildOf(element, 'join'); join; join = onlyChildOf(join, 'join')) {
        const relationship = requiredTextOf(join, 'relationship');
        const child = parent.children.find(({ name }) => name === relationship);
        if (!child) {
            throw new MetadataError(join, `${parent.name} has no child relationship ${relationship}`);
        }
        const above = tables.at(-1)?.name ?? base;
        tables.push({
            name: `${above}.${relationship}`,
            object: child.childObject,
            join: { lookup: child.field, outer: booleanOf(join, 'outerJoin') }
        });
        parent = objectOf(join, schema, child.childObject);
    }
    return tables;
}

function readColumn(
    column: XmlElement,
    tables: readonly ReportTable[],
    schema: OrgSchema
): Omit<ReportTypeColumn, 'section'> {
    const table = requiredTextOf(column, 'table');
    const written = requiredTextOf(column, 'field');
    const found = tables.find(({ name }) => name === table);
    const object = found && objectOf(column, schema, found.object);
    const field = object?.fields.get(written) ?? object?.fields.get(`${written}Id`);
    if (!found || !field) {
        throw new MetadataError(column, `the report type has no column ${table}$${written}`);
    }
    return { name: `${table}$${written}`, table, object: found.object, field: field.name };
}

function objectOf(element: XmlElement, schema: OrgSchema, name: string): ObjectSchema {
    const object = schema.objects.get(name);
    if (!object) {
        throw new MetadataError(element, `there is no object ${name}`);
    }
    return object;
}
