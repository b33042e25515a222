import type { ActingUser, SaveTriggers } from '../records.ts';
import { readSchema } from '../../metadata/objects/readSchema.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import type { Database } from '../store/database.ts';
import { openDatabase } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { createStore } from '../store/store.ts';
import type { OrgUsers } from '../users.ts';
import { createUsers } from '../users.ts';
import { deskPackage, metadataFolder } from '../../metadata/testing/metadataFolder.ts';

export interface DeskOrg {
    readonly database: Database;
    readonly schema: OrgSchema;
    readonly store: Store;
    readonly users: OrgUsers;
    readonly admin: ActingUser;
    /** Moves the clock. */
    setNow(instant: string): void;
}

const noTriggers: SaveTriggers = {
    beforeSave: (_object, _operation, rows) => rows.map(() => ({ assigned: {} })),
    afterSave: () => undefined,
    beforeDelete: () => undefined,
    afterCommit: () => undefined
};

/** A store in memory over the desk package; 2026-03-01T10:00:00Z until the clock is moved. */
export function createDeskOrg(triggers: Partial<SaveTriggers> = {}): DeskOrg {
    let now = new Date('2026-03-01T10:00:00.000Z');
    const clock = (): Date => now;
    const schema = readSchema(metadataFolder(deskPackage()));
    const database = openDatabase(':memory:');
    const store = createStore({ database, schema, clock, triggers: () => ({ ...noTriggers, ...triggers }) });
    const users = createUsers(database, schema, store, clock);
    return {
        database,
        schema,
        store,
        users,
        admin: users.admin,
        setNow: (instant) => {
            now = new Date(instant);
        }
    };
}
