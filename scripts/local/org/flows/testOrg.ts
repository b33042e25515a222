import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CalloutInputs, CalloutOutputs, ExternalServices } from '../externalServices/externalServices.ts';
import type { ActingUser, RecordError, RecordStore, SaveResult } from '../records.ts';
import { readSchema } from '../../metadata/objects/readSchema.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import { openDatabase } from '../store/database.ts';
import { createStore } from '../store/store.ts';
import { readKeyPrefixes } from '../store/tables.ts';
import { createUsers } from '../users.ts';
import type { FlowEngine, FlowLogEntry } from './engine.ts';
import { createFlowEngine } from './engine.ts';
import { readFlows } from '../../metadata/flows/readFlow.ts';

const PACKAGE = path.resolve(import.meta.dirname, '../../../../force-app');

let packageSchema: OrgSchema | undefined;

export interface TestOrg {
    readonly store: RecordStore;
    readonly engine: FlowEngine;
    readonly acting: ActingUser;
    readonly log: FlowLogEntry[];
    /** Moves the org's clock. */
    readonly pass: (minutes: number) => void;
    readonly close: () => void;
}

export type CallOut = (action: string, inputs: CalloutInputs) => Promise<CalloutOutputs>;

/** One action `Service.send` with an optional input `text`, answered by the test. */
function services(call: CallOut): ExternalServices {
    const action = {
        name: 'Service.send',
        inputs: [{ name: 'text', dataType: 'text', required: false }],
        outputs: [
            { name: 'responseCode', dataType: 'number' },
            { name: '200', dataType: 'text' }
        ]
    } as const;
    return { actions: new Map([[action.name, action]]), call };
}

/** The package's objects over a database in memory, with flows of the test's own. */
export function openTestOrg(
    flows: Readonly<Record<string, string>>,
    call: CallOut = () => Promise.reject(new Error('No callout was expected.'))
): TestOrg {
    const folder = mkdtempSync(path.join(tmpdir(), 'flows-'));
    let now = Date.parse('2026-03-02T10:00:00Z');
    const clock = () => new Date(now);
    try {
        mkdirSync(path.join(folder, 'flows'));
        for (const [name, xml] of Object.entries(flows)) {
            writeFileSync(path.join(folder, 'flows', `${name}.flow-meta.xml`), xml);
        }
        const database = openDatabase(':memory:');
        // Every empty database gives out the same key prefixes, so that all share one schema.
        packageSchema ??= readSchema(PACKAGE, readKeyPrefixes(database));
        const schema = packageSchema;
        const store = createStore({ database, schema, clock, triggers: () => engine });
        const log: FlowLogEntry[] = [];
        const engine: FlowEngine = createFlowEngine({
            flows: readFlows(folder),
            store,
            schema,
            callouts: services(call),
            clock,
            orgClock: { automatedUser: () => acting, timeZone: 'Asia/Kolkata' },
            log: (entry) => log.push(entry)
        });
        const acting = createUsers(database, schema, store, clock).admin;
        const pass = (minutes: number) => {
            now += minutes * 60_000;
        };
        return { store, engine, acting, log, pass, close: () => database.close() };
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** The id of the first row, which must have been saved. */
export function savedId([result]: readonly SaveResult[]): string {
    if (!result?.success) {
        throw new Error(`Not saved: ${JSON.stringify(result)}`);
    }
    return result.id;
}

/** Why the first row was refused; it must have been. */
export function refusalOf([result]: readonly SaveResult[]): RecordError {
    const error = result?.success === false ? result.errors[0] : undefined;
    if (!error) {
        throw new Error(`Not refused: ${JSON.stringify(result)}`);
    }
    return error;
}

/** An active flow's XML around its start and elements. */
export function flowXml(parts: string, options: { readonly runInMode?: string; readonly order?: number } = {}): string {
    return `<?xml version="1.0" encoding="UTF-8"?>
<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>66.0</apiVersion>
    <label>Test flow</label>
    <processType>AutoLaunchedFlow</processType>
    ${options.runInMode ? `<runInMode>${options.runInMode}</runInMode>` : ''}
    <status>Active</status>
    ${options.order === undefined ? '' : `<triggerOrder>${options.order}</triggerOrder>`}
    ${parts}
</Flow>`;
}

export function startXml(first: string, more = ''): string {
    const connector = first ? `<connector><targetReference>${first}</targetReference></connector>` : '';
    return `<start><locationX>0</locationX><locationY>0</locationY>${connector}${more}</start>`;
}

/** `when` is `Before` or `After`; entry conditions go into `more`. */
export function triggerXml(first: string, object: string, when: 'Before' | 'After', more = ''): string {
    return startXml(
        first,
        `${more}<object>${object}</object><recordTriggerType>CreateAndUpdate</recordTriggerType>` +
            `<triggerType>Record${when}Save</triggerType>`
    );
}

/** Any element with its name; connectors are given by name. */
export function elementXml(kind: string, name: string, inner: string, next?: string, fault?: string): string {
    const link = (tag: string, target: string | undefined) =>
        target ? `<${tag}><targetReference>${target}</targetReference></${tag}>` : '';
    return `<${kind}><name>${name}</name><label>${name}</label><locationX>0</locationX><locationY>0</locationY>
        ${inner}${link('connector', next)}${link('faultConnector', fault)}</${kind}>`;
}

export function assignXml(target: string, value: string, operator = 'Assign'): string {
    return `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>
        <value>${value}</value></assignmentItems>`;
}

export const referenceXml = (name: string) => `<elementReference>${name}</elementReference>`;
export const textXml = (value: string) => `<stringValue>${value}</stringValue>`;
export const numberXml = (value: number) => `<numberValue>${value}</numberValue>`;

export function variableXml(name: string, dataType: string, more = '', role: 'in' | 'out' | 'inner' = 'inner'): string {
    return `<variables><name>${name}</name><dataType>${dataType}</dataType>
        <isCollection>${more.includes('collection')}</isCollection><isInput>${role === 'in'}</isInput>
        <isOutput>${role === 'out'}</isOutput>${more.replace('collection', '')}</variables>`;
}

export function conditionXml(left: string, operator: string, right: string): string {
    return `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator>
        <rightValue>${right}</rightValue></conditions>`;
}

export function filterXml(field: string, operator: string, value: string): string {
    return `<filters><field>${field}</field><operator>${operator}</operator><value>${value}</value></filters>`;
}

export function fieldXml(field: string, value: string): string {
    return `<inputAssignments><field>${field}</field><value>${value}</value></inputAssignments>`;
}

export function formulaXml(name: string, dataType: string, expression: string, scale?: number): string {
    const escaped = expression.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<formulas><name>${name}</name><dataType>${dataType}</dataType><expression>${escaped}</expression>
        ${scale === undefined ? '' : `<scale>${scale}</scale>`}</formulas>`;
}
