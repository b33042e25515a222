import type { FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { isLongText, kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { resolvePath } from '../store/fieldPath.ts';
import { requireObject } from '../store/reading.ts';
import { parseSoql } from './runSoql.ts';
import { unsupportedSoql } from './soqlErrors.ts';

/** One selected column as `query?columns=true` describes it. */
export interface ColumnMetadata {
    readonly columnName: string;
    readonly displayName: string;
    readonly aggregate: boolean;
    /** Columns behind a lookup or in a subquery. */
    readonly joinColumns: readonly ColumnMetadata[];
    readonly custom: boolean;
    readonly insertable: boolean;
    readonly updatable: boolean;
    readonly booleanType: boolean;
    readonly numberType: boolean;
    readonly textType: boolean;
    readonly foreignKeyName: string | null;
}

/**
 * What a query will answer with, instead of its rows.
 * @throws QueryError as the query itself would
 */
export function describeQuery(schema: OrgSchema, soql: string): object {
    const query = parseSoql(soql);
    const object = requireObject(schema, query.sObject ?? '');
    const fields = query.fields ?? [];
    return {
        columnMetadata: columnsOf(schema, object, fields),
        entityName: object.name,
        groupBy: query.groupBy !== undefined,
        idSelected: fields.some((field) => field.type === 'Field' && field.field.toLowerCase() === 'id'),
        keyPrefix: object.keyPrefix
    };
}

function columnsOf(schema: OrgSchema, object: ObjectSchema, fields: Query['fields'] = []): ColumnMetadata[] {
    let unnamed = 0;
    return fields.map((field) => columnOf(schema, object, field, () => `expr${unnamed++}`));
}

function columnOf(schema: OrgSchema, object: ObjectSchema, column: FieldType, nextName: () => string): ColumnMetadata {
    switch (column.type) {
        case 'Field': {
            const { field } = resolvePath(schema, object, column.field);
            return { ...described(field), columnName: column.alias ?? field.name, displayName: field.name };
        }
        case 'FieldRelationship': {
            const { field } = resolvePath(schema, object, [...column.relationships, column.field].join('.'));
            return column.relationships.reduceRight<ColumnMetadata>(
                (inner, name) => ({ ...plain, columnName: name, displayName: name, joinColumns: [inner] }),
                { ...described(field), columnName: field.name, displayName: field.name }
            );
        }
        case 'FieldSubquery': {
            const name = column.subquery.relationshipName;
            const child = object.children.find((one) => one.name.toLowerCase() === name.toLowerCase());
            const joinColumns = child
                ? columnsOf(schema, requireObject(schema, child.childObject), column.subquery.fields)
                : [];
            return { ...plain, columnName: name, displayName: name, aggregate: true, joinColumns };
        }
        case 'FieldFunctionExpression':
            return {
                ...plain,
                columnName: column.alias ?? nextName(),
                displayName: column.functionName.toLowerCase(),
                aggregate: column.isAggregateFn === true,
                numberType: true
            };
        case 'FieldTypeof':
            throw unsupportedSoql('TYPEOF');
    }
}

const plain = {
    aggregate: false,
    joinColumns: [],
    custom: false,
    insertable: false,
    updatable: false,
    booleanType: false,
    numberType: false,
    textType: false,
    foreignKeyName: null
} as const;

function described(field: FieldSchema): Omit<ColumnMetadata, 'columnName' | 'displayName'> {
    const kind = kindOf(field);
    return {
        ...plain,
        custom: field.custom,
        insertable: field.createable,
        updatable: field.updateable,
        booleanType: kind === 'checkbox',
        numberType: kind === 'number',
        textType: kind === 'text' && !isLongText(field),
        foreignKeyName: field.lookup?.relationshipName ?? null
    };
}
