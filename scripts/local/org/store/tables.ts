import type { Database } from './database.ts';
import { kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';

/** Quotes a table or column name. */
export function quote(name: string): string {
    return `"${name.replaceAll('"', '""')}"`;
}

/** Fields that have a column; formula fields are computed on read. */
export function storedFields(object: ObjectSchema): FieldSchema[] {
    return [...object.fields.values()].filter((field) => field.formula === undefined);
}

/** Key prefixes given out in this database, by object name; empty for a new one. */
export function readKeyPrefixes(database: Database): Record<string, string> {
    prepareOwnTables(database);
    const rows = database.all('SELECT object, prefix FROM org_prefix');
    return Object.fromEntries(rows.map((row) => [String(row['object']), String(row['prefix'])]));
}

/**
 * Creates what the schema needs and the database lacks: tables, columns, indexes, key prefixes, counters.
 * Columns of fields that no longer exist stay, as deleted fields do in an org.
 */
export function prepareTables(database: Database, schema: OrgSchema): void {
    database.transaction(() => {
        prepareOwnTables(database);
        for (const object of schema.objects.values()) {
            database.run('INSERT OR IGNORE INTO org_prefix (object, prefix) VALUES (?, ?)', [
                object.name,
                object.keyPrefix
            ]);
            prepareTable(database, object);
        }
    });
}

function prepareOwnTables(database: Database): void {
    database.run('CREATE TABLE IF NOT EXISTS org_prefix (object TEXT PRIMARY KEY, prefix TEXT NOT NULL) STRICT');
    database.run('CREATE TABLE IF NOT EXISTS org_counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT');
}

/** Counts 1, 2, 3 ... per name: record ids and auto-numbers. */
export function nextNumber(database: Database, counter: string): number {
    const [row] = database.all(
        'INSERT INTO org_counter (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
        [counter]
    );
    return Number(row?.['value']);
}

function prepareTable(database: Database, object: ObjectSchema): void {
    const table = quote(object.name);
    const fields = storedFields(object);
    const columns = database.all(`PRAGMA table_info(${table})`).map((row) => String(row['name']));
    if (columns.length === 0) {
        database.run(`CREATE TABLE ${table} (${fields.map(columnDefinition).join(', ')})`);
    } else {
        for (const field of fields.filter((candidate) => !columns.includes(candidate.name))) {
            database.run(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(field)}`);
        }
    }
    for (const field of fields.filter((candidate) => candidate.externalId || candidate.unique || candidate.lookup)) {
        const name = quote(`${object.name}.${field.name}`);
        // Rows in the recycle bin keep their key without blocking it.
        const unique = field.unique ? ['UNIQUE ', ' WHERE "IsDeleted" = 0'] : ['', ''];
        database.run(`DROP INDEX IF EXISTS ${name}`);
        database.run(`CREATE ${unique[0]}INDEX ${name} ON ${table} (${quote(field.name)})${unique[1]}`);
    }
}

function columnDefinition(field: FieldSchema): string {
    if (field.type === 'Id') {
        return `${quote(field.name)} TEXT PRIMARY KEY`;
    }
    return `${quote(field.name)} ${columnType(field)}`;
}

function columnType(field: FieldSchema): string {
    switch (kindOf(field)) {
        case 'checkbox':
            return 'INTEGER NOT NULL DEFAULT 0';
        case 'number':
            return 'NUMERIC';
        case 'text':
            return field.caseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
        case 'id':
        case 'date':
        case 'datetime':
            return 'TEXT';
    }
}
