import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import type { Refuse } from '../readMetadata.ts';
import { MetadataError, booleanOf, readEach, readMetadataFile, requiredTextOf, stopAtFirst } from '../readMetadata.ts';
import { onlyChildOf } from '../metadataWords.ts';
import type { ObjectSchema, OrgSchema } from '../objects/schema.ts';
import type { ReportTable, ReportType, ReportTypeColumn } from './definition.ts';

type Objects = ReadonlyMap<string, ObjectSchema>;

/**
 * Reads the package's custom report types, by the name that reports give them.
 * @throws MetadataError naming the file, for an object, relationship or field that does not exist
 */
export function readReportTypes(forceApp: MetadataFolders, { objects }: OrgSchema): ReadonlyMap<string, ReportType> {
    return new Map(
        metadataFiles(forceApp, '.reportType-meta.xml').map(({ name, file }) => {
            const type = readReportType(readMetadataFile(file, 'ReportType'), name, objects);
            return [type.name, type];
        })
    );
}

export function readReportType(
    element: XmlElement,
    name: string,
    objects: Objects,
    refuse: Refuse = stopAtFirst
): ReportType {
    const tables = readTables(element, objects, refuse);
    const columns = new Map<string, ReportTypeColumn>();
    for (const section of childrenOf(element, 'sections')) {
        const written = childrenOf(section, 'columns');
        if (written.length === 0) {
            refuse(new MetadataError(section, 'The section has no column'));
        }
        readEach(
            written,
            (child) => {
                const column = readColumn(child, section, tables, objects);
                if (columns.has(column.name)) {
                    throw new MetadataError(child, `The column ${column.name} is there twice`);
                }
                columns.set(column.name, column);
            },
            refuse
        );
    }
    return { file: element.file, name: `${name}__c`, label: requiredTextOf(element, 'label'), tables, columns };
}

function readTables(element: XmlElement, objects: Objects, refuse: Refuse): ReportTable[] {
    const base = requiredTextOf(element, 'baseObject');
    let parent = objectOf(element, objects, base);
    const tables: ReportTable[] = [{ name: base, object: base }];
    for (let join = onlyChildOf(element, 'join'); join; join = onlyChildOf(join, 'join')) {
        const relationship = requiredTextOf(join, 'relationship');
        const child = parent.children.find(({ name }) => name === relationship);
        if (!child) {
            refuse(new MetadataError(join, `${parent.name} has no child relationship ${relationship}`));
            break;
        }
        const above = tables.at(-1)?.name ?? base;
        tables.push({
            name: `${above}.${relationship}`,
            object: child.childObject,
            join: { lookup: child.field, outer: booleanOf(join, 'outerJoin') }
        });
        parent = objectOf(join, objects, child.childObject);
    }
    return tables;
}

function readColumn(
    column: XmlElement,
    section: XmlElement,
    tables: readonly ReportTable[],
    objects: Objects
): ReportTypeColumn {
    const table = requiredTextOf(column, 'table');
    const written = requiredTextOf(column, 'field');
    const found = tables.find(({ name }) => name === table);
    if (!found) {
        throw new MetadataError(column, `The report type has no table ${table}`);
    }
    const { fields } = objectOf(column, objects, found.object);
    const field = fields.get(written) ?? fields.get(`${written}Id`);
    if (!field) {
        throw new MetadataError(column, `${found.object} has no field ${written}`);
    }
    return {
        name: `${table}$${written}`,
        table,
        object: found.object,
        field: field.name,
        section: requiredTextOf(section, 'masterLabel')
    };
}

function objectOf(element: XmlElement, objects: Objects, name: string): ObjectSchema {
    const object = objects.get(name);
    if (!object) {
        throw new MetadataError(element, `There is no object ${name}`);
    }
    return object;
}
