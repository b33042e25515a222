import type { ActingUser, Condition, OrgRecord, RecordQuery } from '../records.ts';
import type { ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { findObject } from '../../metadata/objects/schema.ts';
import { toSql } from './conditions.ts';
import type { Database } from './database.ts';
import { meets, splitFormulas } from './formulaConditions.ts';
import type { EvaluateFormula } from './formulas.ts';
import { QueryError } from './queryError.ts';
import { toLongId } from './recordIds.ts';
import { shapeOf, toRecord } from './rows.ts';
import type { Sharing } from './sharing.ts';
import { quote } from './tables.ts';

/** A query that may also look into the recycle bin. */
export interface StoreQuery extends RecordQuery {
    readonly includeDeleted?: boolean;
    /** Reads these and leaves the others out; what a formula among them names is read too. */
    readonly fields?: readonly string[];
    /** In whose language the texts of formulas are. */
    readonly language?: () => string;
}

export interface Reader {
    find(query: StoreQuery): OrgRecord[];
    count(query: StoreQuery): number;
    get(object: string, id: string, options?: { includeDeleted?: boolean }): OrgRecord | undefined;
}

export function createReader(database: Database, schema: OrgSchema, evaluate: EvaluateFormula): Reader {
    function find(query: StoreQuery): OrgRecord[] {
        const object = requireObject(schema, query.object);
        const { stored, computed } = splitFormulas(object, query.where);
        if (computed.length > 0) {
            const { limit = Infinity, offset = 0, fields } = query;
            const read = fields && { fields: [...fields, ...computed.map(({ field }) => field)] };
            const rows = find({ ...query, ...read, where: stored ?? { all: [] }, limit: -1, offset: 0 });
            return rows.filter((row) => meets(row, computed)).slice(offset, offset + limit);
        }
        const sql = toSql(schema, object, query.where, query.orderBy);
        const shape = shapeOf(object, query.fields);
        // A row may be found by nothing that is read of it.
        const columns = query.fields ? ['1', ...shape.stored.map(({ name }) => `t0.${quote(name)}`)].join() : 't0.*';
        const limit = `LIMIT ${query.limit ?? -1} OFFSET ${query.offset ?? 0}`;
        const rows = database.all(
            `SELECT ${columns} FROM ${quote(object.name)} t0 ${sql.joins} WHERE ${liveRows(query)} AND ${sql.where} ORDER BY ${sql.orderBy} ${limit}`,
            sql.parameters
        );
        return rows.map((row) => toRecord(object, row, evaluate, shape, query.language));
    }

    function count(query: StoreQuery): number {
        const object = requireObject(schema, query.object);
        if (splitFormulas(object, query.where).computed.length > 0) {
            return find(query).length;
        }
        const sql = toSql(schema, object, query.where);
        const [row] = database.all(
            `SELECT count(*) AS total FROM ${quote(object.name)} t0 ${sql.joins} WHERE ${liveRows(query)} AND ${sql.where}`,
            sql.parameters
        );
        return Number(row?.['total']);
    }

    function get(objectName: string, id: string, options: { includeDeleted?: boolean } = {}): OrgRecord | undefined {
        const object = requireObject(schema, objectName);
        const [row] = database.all(
            `SELECT t0.* FROM ${quote(object.name)} t0 WHERE ${liveRows(options)} AND t0."Id" = ?`,
            [toLongId(id) ?? id]
        );
        return row && toRecord(object, row, evaluate);
    }

    return { find, count, get };
}

/** The same rows, less those that are not shared with the user. */
export function createVisibleReader(reader: Reader, schema: OrgSchema, sharing: Sharing, acting: ActingUser): Reader {
    // What a user may read cannot change within one request, and many rows ask for it.
    const conditions = new Map<ObjectSchema, Condition | undefined>();
    let known: string | undefined;
    const language = (): string => (known ??= String(reader.get('User', acting.id)?.['LanguageLocaleKey'] ?? ''));

    function limited(query: StoreQuery): StoreQuery {
        const object = requireObject(schema, query.object);
        if (!conditions.has(object)) {
            conditions.set(object, sharing.readable(object, acting));
        }
        const condition = conditions.get(object);
        const where = condition && query.where ? { all: [condition, query.where] } : (condition ?? query.where);
        return { ...query, language, ...(where && { where }) };
    }

    return {
        find: (query) => reader.find(limited(query)),
        count: (query) => reader.count(limited(query)),
        get: (object, id, options = {}) => {
            const longId = toLongId(id) ?? id;
            const query = limited({ object, where: { field: 'Id', operator: 'eq', value: longId }, ...options });
            return reader.find(query)[0];
        }
    };
}

/** @throws QueryError INVALID_TYPE when the org has no such object */
export function requireObject(schema: OrgSchema, name: string): ObjectSchema {
    const object = findObject(schema, name);
    if (!object) {
        throw new QueryError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
    }
    return object;
}

function liveRows({ includeDeleted = false }: { includeDeleted?: boolean }): string {
    return includeDeleted ? '1' : 't0."IsDeleted" = 0';
}
