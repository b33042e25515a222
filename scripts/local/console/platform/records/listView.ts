import type { Composition, ListView } from '../../composition.ts';
import { nameFieldOf } from './objectInfo.ts';
import type { ObjectInfo } from './objectInfo.ts';
import { literal } from './soql.ts';

/** Columns that list views and related lists name in their own way. */
const COLUMN_FIELDS: Readonly<Record<string, string>> = {
    NAME: 'Name',
    FULL_NAME: 'Name',
    CREATED_DATE: 'CreatedDate',
    LAST_UPDATE: 'LastModifiedDate',
    'CREATEDBY_USER.ALIAS': 'CreatedById',
    'OWNER.ALIAS': 'OwnerId',
    'CORE.USERS.ALIAS': 'OwnerId'
};

const OPERATORS: Readonly<Record<string, string>> = {
    equals: '=',
    notEqual: '!=',
    lessThan: '<',
    greaterThan: '>',
    lessOrEqual: '<=',
    greaterOrEqual: '>='
};

/** What every object has, whatever list views its metadata brings. */
const EVERYTHING: ListView = { name: '__Everything', label: 'All', columns: [], filters: [], mine: false };

/** An object's list views, at least one. */
export function listViewsOf(
    { listViews }: Pick<Composition, 'listViews'>,
    object: string
): readonly [...ListView[], ListView] {
    return [...(listViews[object] ?? []), EVERYTHING];
}

/** The field that a column of a list view or a related list shows. */
export function fieldOf(column: string): string {
    return COLUMN_FIELDS[column] ?? column;
}

/** The view's columns that the object has; where it names none, the compact layout's. The name comes first. */
export function listViewColumns(info: ObjectInfo, view: ListView, compactLayout: readonly string[]): string[] {
    const wanted = view.columns.length > 0 ? view.columns.map(fieldOf) : compactLayout;
    const known = wanted.filter((field) => info.fields[field] !== undefined);
    return [...new Set([nameFieldOf(info), ...known, ...(known.length < 2 ? ['CreatedDate'] : [])])].filter(
        (field) => info.fields[field] !== undefined
    );
}

/** Data types whose values stand in SOQL as they are. */
const UNQUOTED = new Set(['Int', 'Double', 'Currency', 'Percent', 'Date', 'DateTime']);

function valueFor(info: ObjectInfo, field: string, value: string): string {
    const type = info.fields[field]?.dataType;
    if (value === '' && type !== 'Boolean') {
        return 'null';
    }
    if (type === 'Boolean') {
        return String(/^(1|true)$/i.test(value));
    }
    return type !== undefined && UNQUOTED.has(type) ? value : literal(value);
}

/** SOQL condition of a list view, '' when it shows everything. */
export function listViewCondition(info: ObjectInfo, view: ListView, userId: string): string {
    const filters = view.filters.map(({ field: column, operation, value }) => {
        const field = fieldOf(column);
        const values = value.split(',').map((one) => valueFor(info, field, one.trim()));
        if (operation === 'contains' || operation === 'startsWith') {
            return `${field} LIKE ${literal(`${operation === 'contains' ? '%' : ''}${value}%`)}`;
        }
        const operator = OPERATORS[operation];
        if (!operator) {
            throw new Error(
                `The list view ${view.label} filters by ${operation}, which the local console does not know`
            );
        }
        const many = values.length > 1 && (operator === '=' || operator === '!=');
        return many
            ? `${field} ${operator === '=' ? 'IN' : 'NOT IN'} (${values.join(', ')})`
            : `${field} ${operator} ${values.join(',')}`;
    });
    const combined =
        view.logic === undefined
            ? filters
            : [`(${view.logic.replaceAll(/\d+/g, (number) => filters[Number(number) - 1] ?? '')})`];
    return [...(view.mine ? [`OwnerId = ${literal(userId)}`] : []), ...combined].join(' AND ');
}
