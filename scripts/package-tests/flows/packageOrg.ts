import path from 'node:path';
import { createExternalServices } from '../../local/org/externalServices/createExternalServices.ts';
import type { ErrorStatus } from '../../local/org/externalServices/httpResponse.ts';
import type { ActingUser, FieldValue, FieldValues, OrgRecord, RecordStore } from '../../local/org/records.ts';
import { readSchema } from '../../local/metadata/objects/readSchema.ts';
import type { OrgSchema, ValidationRule } from '../../local/metadata/objects/schema.ts';
import { openDatabase } from '../../local/org/store/database.ts';
import { createStore } from '../../local/org/store/store.ts';
import { readKeyPrefixes } from '../../local/org/store/tables.ts';
import { nullAssignment } from '../../local/org/testing/nullAssignment.ts';
import { createUsers } from '../../local/org/users.ts';
import type { FlowEngine, FlowLogEntry } from '../../local/org/flows/engine.ts';
import { createFlowEngine } from '../../local/org/flows/engine.ts';
import { readFlows } from '../../local/metadata/flows/readFlow.ts';
import { savedId } from '../../local/org/flows/testOrg.ts';

const PACKAGE = path.resolve(import.meta.dirname, '../../../force-app');

/** The flows of the package. Metadata does not change while tests run. */
export const packageFlows = readFlows(PACKAGE);

/** The package's own flows, objects and registrations over a database in memory. */
export interface PackageOrg {
    readonly store: RecordStore;
    readonly schema: OrgSchema;
    readonly engine: FlowEngine;
    readonly admin: ActingUser;
    readonly log: FlowLogEntry[];
    /** Creates one row and returns its id; throws when it is refused. */
    create(object: string, values: FieldValues): string;
    update(object: string, id: string, values: FieldValues): void;
    /** A stored row, which must exist. */
    read(object: string, id: string): OrgRecord;
    /** A field of every row of an object. */
    column(object: string, field: string): FieldValue[];
    pass(minutes: number): void;
    close(): void;
}

export interface PackageOrgOptions {
    /** Address of the ConVox server behind the Named Credential. */
    readonly convoxUrl?: string;
    readonly errorStatus?: ErrorStatus;
    readonly timeoutMilliseconds?: number;
    /** Validation rules that a customer has added to the package's objects. */
    readonly ownRules?: Readonly<Record<string, readonly ValidationRule[]>>;
}

export async function openPackageOrg(options: PackageOrgOptions = {}): Promise<PackageOrg> {
    const { convoxUrl = 'http://127.0.0.1:1', ownRules = {}, ...calloutOptions } = options;
    let now = Date.parse('2026-03-02T10:00:00Z');
    const clock = () => new Date(now);
    const database = openDatabase(':memory:');
    const schema = withRules(readSchema(PACKAGE, readKeyPrefixes(database)), ownRules);
    const store = createStore({ database, schema, clock, triggers: () => engine });
    const log: FlowLogEntry[] = [];
    const credentials = { ConVox: { url: convoxUrl, parameters: { GatewayKey: 'test-key' } } };
    const engine: FlowEngine = createFlowEngine({
        flows: packageFlows,
        store,
        schema,
        callouts: await createExternalServices({ forceApp: PACKAGE, credentials, ...calloutOptions }),
        clock,
        orgClock: { automatedUser: () => admin, timeZone: 'Asia/Kolkata' },
        log: (entry) => log.push(entry),
        nullAssignment: nullAssignment()
    });
    const { admin } = createUsers(database, schema, store, clock);
    const read = (object: string, id: string): OrgRecord => {
        const record = store.get(object, id);
        if (!record) {
            throw new Error(`${object} ${id} does not exist`);
        }
        return record;
    };
    return {
        store,
        schema,
        engine,
        admin,
        log,
        create: (object, values) => savedId(store.create(object, [values], admin)),
        update: (object, id, values) => {
            savedId(store.update(object, [{ id, values }], admin));
        },
        read,
        column: (object, field) => store.find({ object }).map((record) => record[field] ?? null),
        pass: (minutes) => {
            now += minutes * 60_000;
        },
        close: () => database.close()
    };
}

function withRules(schema: OrgSchema, own: Readonly<Record<string, readonly ValidationRule[]>>): OrgSchema {
    const objects = [...schema.objects.values()].map((object) => ({
        ...object,
        validationRules: [...object.validationRules, ...(own[object.name] ?? [])]
    }));
    return { ...schema, objects: new Map(objects.map((object) => [object.name, object])) };
}
