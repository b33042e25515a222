import type { ActingUser, OrgRecord } from './records.ts';
import type { Database } from './store/database.ts';
import { makeRecordId } from './store/recordIds.ts';
import { nextNumber, quote, storedFields } from './store/tables.ts';
import type { Store } from './store/store.ts';
import type { OrgSchema } from '../metadata/objects/schema.ts';

export interface OrgUser {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly email: string;
    /** IANA zone, `Asia/Kolkata`. */
    readonly timeZone: string;
    /** BCP 47 tag of the user's locale, `en-IN`. */
    readonly language: string;
}

export interface OrgUsers {
    /** Active users, in the order of their creation. */
    list(): OrgUser[];
    /** By username, or by the part before the @ when only one user has it. Ignores case. */
    find(username: string): OrgUser | undefined;
    /** The user as the one who acts, with the user's own permissions. */
    acting(username: string): ActingUser | undefined;
    isActive(id: string): boolean;
    /** As Salesforce spells it: `en_US`, `hi`. */
    languageOf(id: string): string;
    get(id: string): OrgUser | undefined;
    /** The administrator that every org starts with. */
    readonly admin: ActingUser;
}

export const ADMIN_USERNAME = 'admin@sunrise.example';

/** Reads users from the store; creates the first administrator, who has nobody to be created by, when there is none. */
export function createUsers(
    database: Database,
    schema: OrgSchema,
    store: Store,
    clock: () => Date
): OrgUsers & { isNew: boolean } {
    const isNew = store.count({ object: 'User' }) === 0;
    if (isNew) {
        insertAdmin(database, schema, clock());
    }

    function list(): OrgUser[] {
        return store
            .find({
                object: 'User',
                where: { field: 'IsActive', operator: 'eq', value: true },
                orderBy: [{ field: 'Id' }]
            })
            .map(toUser);
    }

    function find(username: string): OrgUser | undefined {
        const wanted = username.toLowerCase();
        const users = list();
        const named = users.filter((user) => user.username.toLowerCase().split('@')[0] === wanted);
        return (
            users.find((user) => user.username.toLowerCase() === wanted) ?? (named.length === 1 ? named[0] : undefined)
        );
    }

    function acting(username: string): ActingUser | undefined {
        const user = find(username);
        return user && { id: user.id, username: user.username, systemContext: false };
    }

    const admin = acting(ADMIN_USERNAME);
    if (!admin) {
        throw new Error(`The database has no active user ${ADMIN_USERNAME}; empty it with "npm start -- --fresh"`);
    }
    return {
        list,
        find,
        acting,
        languageOf: (id) => String(store.get('User', id)?.['LanguageLocaleKey'] ?? 'en_US'),
        isActive: (id) => store.get('User', id)?.['IsActive'] === true,
        get: (id) => {
            const record = store.get('User', id);
            return record && toUser(record);
        },
        admin,
        isNew
    };
}

function toUser(record: OrgRecord): OrgUser {
    return {
        id: String(record['Id']),
        username: String(record['Username']),
        name: String(record['Name']),
        email: String(record['Email']),
        timeZone: String(record['TimeZoneSidKey']),
        language: String(record['LocaleSidKey']).replaceAll('_', '-')
    };
}

function insertAdmin(database: Database, schema: OrgSchema, now: Date): void {
    const object = schema.objects.get('User');
    if (!object) {
        throw new Error('The schema has no User object');
    }
    const id = makeRecordId(object.keyPrefix, nextNumber(database, object.name));
    const at = new Date(Math.floor(now.getTime() / 1000) * 1000).toISOString();
    const values: Readonly<Record<string, string | number>> = {
        Id: id,
        IsDeleted: 0,
        CreatedDate: at,
        CreatedById: id,
        LastModifiedDate: at,
        LastModifiedById: id,
        SystemModstamp: at,
        Username: ADMIN_USERNAME,
        FirstName: 'Meera',
        LastName: 'Iyer',
        Name: 'Meera Iyer',
        Email: ADMIN_USERNAME,
        Alias: 'admin',
        IsActive: 1,
        UserType: 'Standard',
        TimeZoneSidKey: 'Asia/Kolkata',
        LocaleSidKey: 'en_IN',
        LanguageLocaleKey: 'en_US'
    };
    const columns = storedFields(object)
        .map((field) => field.name)
        .filter((name) => name in values);
    database.run(
        `INSERT INTO ${quote(object.name)} (${columns.map(quote).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        columns.map((column) => values[column] ?? null)
    );
}
