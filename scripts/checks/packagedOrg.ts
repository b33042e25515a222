import { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Listening } from '../http/listen.ts';
import { listen } from '../http/listen.ts';
import type { Org, OrgLogEntry } from '../org/org.ts';
import { createOrg } from '../org/org.ts';
import type { FieldValues, OrgRecord } from '../org/records.ts';
import { seedOrg } from '../org/seed/seedOrg.ts';

const NOW = '2026-11-22T05:30:00.000Z';

/** A request as the stand-in for the ConVox server received it. */
export interface ReceivedRequest {
    readonly method: string;
    readonly path: string;
    readonly contentType: string;
    /** Name and value in the order sent, from the form or from the query. */
    readonly parameters: readonly (readonly [string, string])[];
    readonly gatewayKey: string;
}

/** The seeded local org with the package's own metadata, and a server where ConVox would be. */
export interface PackagedOrg {
    readonly org: Org;
    readonly received: readonly ReceivedRequest[];
    readonly log: readonly OrgLogEntry[];
    /** What the server answers from now on; plain text unless a content type is given. */
    answer(body: string, options?: { status?: number; contentType?: string }): void;
    /** From now on the server hangs up instead of answering. */
    hangUp(): void;
    /** Forgets what was received, and answers with an empty text again. */
    startAfresh(): void;
    create(object: string, ...rows: FieldValues[]): string[];
    update(object: string, id: string, values: FieldValues): void;
    get(object: string, id: string): OrgRecord;
    find(object: string, field: string, value: string): OrgRecord[];
    /** Runs ConVox_Send_Command as an agent does and gives its outputs. */
    send(commandId: string): Promise<Record<string, unknown>>;
    close(): Promise<void>;
}

export async function openPackagedOrg(): Promise<PackagedOrg> {
    const received: ReceivedRequest[] = [];
    const log: OrgLogEntry[] = [];
    const nothing = (): Response => new Response('', { headers: { 'content-type': 'text/plain' } });
    let reply = nothing;
    let isCut = false;
    const convox = await listen({
        fetch: async (request, bindings) => {
            received.push(await readRequest(request));
            if (isCut) {
                cutConnection(bindings);
            }
            return reply();
        }
    });
    const org = await createOrg({
        forceApp: join(import.meta.dirname, '..', '..', 'force-app'),
        database: ':memory:',
        clock: () => new Date(NOW),
        credentials: { ConVox: { url: convox.url, parameters: { GatewayKey: 'key-of-the-test' } } },
        calloutTimeoutMilliseconds: 2000,
        log: (entry) => log.push(entry)
    });
    seedOrg(org);
    return {
        org,
        received,
        log,
        answer: (body, { status = 200, contentType = 'text/plain' } = {}) => {
            reply = () => new Response(body, { status, headers: { 'content-type': contentType } });
        },
        hangUp: () => {
            isCut = true;
        },
        startAfresh: () => {
            received.length = 0;
            reply = nothing;
            isCut = false;
        },
        ...recordAccess(org),
        send: (commandId) => runSendCommand(org, commandId),
        close: () => closeBoth(org, convox)
    };
}

function cutConnection(bindings: object | undefined): void {
    const outgoing: unknown = bindings && Reflect.get(bindings, 'outgoing');
    if (outgoing instanceof ServerResponse) {
        outgoing.destroy();
    }
}

async function closeBoth(org: Org, convox: Listening): Promise<void> {
    await org.close();
    await convox.close();
}

async function readRequest(request: Request): Promise<ReceivedRequest> {
    const url = new URL(request.url);
    const form = request.method === 'POST' ? new URLSearchParams(await request.text()) : url.searchParams;
    return {
        method: request.method,
        path: url.pathname,
        contentType: request.headers.get('content-type') ?? '',
        parameters: [...form],
        gatewayKey: request.headers.get('x-convox-gateway-key') ?? ''
    };
}

function recordAccess(org: Org): Pick<PackagedOrg, 'create' | 'update' | 'get' | 'find'> {
    const { store, users } = org;
    return {
        create: (object, ...rows) =>
            store.create(object, rows, users.admin).map((result) => {
                if (!result.success) {
                    throw new Error(`${object} was refused: ${JSON.stringify(result.errors)}`);
                }
                return result.id;
            }),
        update: (object, id, values) => {
            const [result] = store.update(object, [{ id, values }], users.admin);
            if (!result?.success) {
                throw new Error(`${object} was refused: ${JSON.stringify(result?.errors)}`);
            }
        },
        get: (object, id) => {
            const found = store.get(object, id);
            if (!found) {
                throw new Error(`There is no ${object} ${id}`);
            }
            return found;
        },
        find: (object, field, value) => store.find({ object, where: { field, operator: 'eq', value } })
    };
}

async function runSendCommand(org: Org, commandId: string): Promise<Record<string, unknown>> {
    const response = await org.fetch(
        new Request('http://org.test/services/data/v66.0/actions/custom/flow/ConVox_Send_Command', {
            method: 'POST',
            headers: { authorization: `Bearer ${org.openSession('asha.verma')}`, 'content-type': 'application/json' },
            body: JSON.stringify({ inputs: [{ commandId }] })
        })
    );
    const [result]: unknown[] = parseList(await response.json());
    const outputs: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'outputValues') : {};
    return typeof outputs === 'object' && outputs !== null ? Object.fromEntries(Object.entries(outputs)) : {};
}

function parseList(value: unknown): unknown[] {
    return Array.isArray(value) ? value : [];
}
