import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { PackageModel } from './packageModel.ts';
import { modelOf } from './packageModel.ts';
import type { Component, Project } from './project.ts';
import { componentsOf } from './project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';

/** A custom report type of the package. */
export interface ReportTypeFacts {
    readonly component: Component;
    /** Object by table as the type's columns name it: `ConVox_Call__c`, `ConVox_Call__c.Commands__r`. */
    readonly tables: ReadonlyMap<string, string>;
    /** Field by column as reports name it: `ConVox_Call__c$Status__c`. */
    readonly columns: ReadonlyMap<string, ReportColumnFacts>;
}

export interface ReportColumnFacts {
    readonly object: string;
    readonly field: FieldSchema;
}

/** What charts and dashboards may ask of a report. */
export interface ReportFacts {
    readonly component: Component;
    /** undefined when the report's type is none of the package's. */
    readonly type: ReportTypeFacts | undefined;
    readonly format: string;
    /** Columns grouped by, rows first. */
    readonly groupings: readonly string[];
    /** `RowCount`, `FORMULA1`, `s!ConVox_Call__c$Missed_Calls__c`. */
    readonly summaries: ReadonlySet<string>;
    readonly detailColumns: ReadonlySet<string>;
}

const SUMMARY_PREFIXES: Readonly<Record<string, string>> = {
    Sum: 's!',
    Average: 'a!',
    Maximum: 'x!',
    Minimum: 'm!',
    Unique: 'u!'
};

/** The report types by the name that reports give them: the developer name and `__c`. */
export function reportTypesOf(project: Project): ReadonlyMap<string, ReportTypeFacts> {
    const model = modelOf(project);
    return new Map(
        componentsOf(project, 'ReportType').map((component) => [`${component.name}__c`, factsOf(component, model)])
    );
}

/** The reports by the name that dashboards give them: `ConVox_Reports/Calls_by_Agent`. */
export function reportsOf(project: Project): ReadonlyMap<string, ReportFacts> {
    const types = reportTypesOf(project);
    return new Map(
        componentsOf(project, 'Report').map((component) => [
            `${folderOf(component)}/${component.name}`,
            reportFactsOf(component, types)
        ])
    );
}

/** The folder that a report or dashboard stands in. */
export function folderOf({ file }: Component): string {
    return file.split('/').at(-2) ?? '';
}

/** The field that a report type calls by this name; lookups of the platform go without `Id` there. */
export function reportTypeField(model: PackageModel, object: string, name: string): FieldSchema | undefined {
    const fields = model.get(object)?.fields;
    const lookup = fields?.get(`${name}Id`);
    return fields?.get(name) ?? (lookup?.type === 'Lookup' ? lookup : undefined);
}

/** How charts, groupings and dashboards call a summary: `s!` and the column for a sum, else the column as it is. */
export function summaryOf(aggregate: string, column: string): string {
    return aggregate === '' || aggregate === 'RowCount'
        ? column
        : `${SUMMARY_PREFIXES[aggregate] ?? `${aggregate}!`}${column}`;
}

function factsOf(component: Component, model: PackageModel): ReportTypeFacts {
    const { root } = component;
    const tables = tablesOf(root, model);
    const columns = childrenOf(root, 'sections')
        .flatMap((section) => childrenOf(section, 'columns'))
        .flatMap((column): [string, ReportColumnFacts][] => {
            const table = textOf(column, 'table');
            const name = textOf(column, 'field');
            const object = tables.get(table);
            const field = object === undefined ? undefined : reportTypeField(model, object, name);
            return object !== undefined && field ? [[`${table}$${name}`, { object, field }]] : [];
        });
    return { component, tables, columns: new Map(columns) };
}

function tablesOf(root: XmlElement, model: PackageModel): Map<string, string> {
    const base = textOf(root, 'baseObject');
    const tables = new Map(model.has(base) ? [[base, base]] : []);
    let join = childOf(root, 'join');
    let [path, parent] = [base, base];
    while (join) {
        const relationship = textOf(join, 'relationship');
        const child = model.get(parent)?.children.find(({ name }) => name === relationship)?.childObject;
        if (child === undefined) {
            return tables;
        }
        path = `${path}.${relationship}`;
        parent = child;
        tables.set(path, child);
        join = childOf(join, 'join');
    }
    return tables;
}

function reportFactsOf(component: Component, types: ReadonlyMap<string, ReportTypeFacts>): ReportFacts {
    const { root } = component;
    const columns = childrenOf(root, 'columns');
    const summarised = columns.flatMap((column) =>
        childrenOf(column, 'aggregateTypes').map(({ text }) => summaryOf(text, textOf(column, 'field')))
    );
    const formulas = childrenOf(root, 'aggregates').map((formula) => textOf(formula, 'developerName'));
    return {
        component,
        type: types.get(textOf(root, 'reportType')),
        format: textOf(root, 'format'),
        groupings: [...childrenOf(root, 'groupingsDown'), ...childrenOf(root, 'groupingsAcross')].map((grouping) =>
            textOf(grouping, 'field')
        ),
        summaries: new Set(['RowCount', ...formulas, ...summarised]),
        detailColumns: new Set(columns.map((column) => textOf(column, 'field')))
    };
}
