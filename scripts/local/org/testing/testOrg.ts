import { join } from 'node:path';
import type { Org, OrgOptions } from '../org.ts';
import { createOrg } from '../org.ts';
import { partFolders, usualPartsAnd } from '../../metadata/packageParts.ts';
import { nullAssignment } from './nullAssignment.ts';

export const CLIENT = { clientId: 'tests', clientSecret: 'made-up-for-tests', username: 'integration' };

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** The repository's own product, in its usual parts. */
export const PRODUCT = partFolders(root);

/** The same, where cases are callers. */
export const PRODUCT_WITH_CASES = partFolders(root, usualPartsAnd('cases'));

export interface Answer {
    readonly status: number;
    readonly headers: Headers;
    /** Read from JSON; the text itself where the answer is something else. */
    readonly body: unknown;
}

export interface RestClient {
    /** Path below `/services/data/v66.0`; the body is sent as JSON, a text as it is. */
    (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** A new org in memory, of this repository's package unless another folder is given. */
export function createTestOrg(options: Partial<OrgOptions> = {}): Promise<Org> {
    return createOrg({
        forceApp: PRODUCT,
        database: ':memory:',
        clock: () => new Date('2026-03-01T10:00:00.000Z'),
        credentials: { ConVox: { url: 'http://127.0.0.1:9', parameters: { GatewayKey: 'made-up-for-tests' } } },
        apiClients: [CLIENT],
        nullAssignment: nullAssignment(),
        ...options
    });
}

/** REST requests as a user of the org. */
export function restClient(org: Org, username: string): RestClient {
    const token = org.openSession(username);
    return async (method, path, body, headers = {}) => {
        const response = await org.fetch(
            new Request(`http://org.test/services/data/v66.0${path}`, {
                method,
                headers: { authorization: `Bearer ${token}`, ...headers },
                ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
            })
        );
        const text = await response.text();
        const isJson = response.headers.get('content-type')?.includes('json') === true;
        const { status, headers: answered } = response;
        return { status, headers: answered, body: text === '' ? null : isJson ? JSON.parse(text) : text };
    };
}

/** The value at a path such as `records.0.Id`. */
export function at(value: unknown, path: string): unknown {
    return path
        .split('.')
        .reduce<unknown>(
            (current, key) => (typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined),
            value
        );
}

/** The id in the answer to a create. */
export function idIn(answer: Answer): string {
    const id = at(answer.body, 'id');
    if (typeof id !== 'string') {
        throw new Error(`no id in ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return id;
}
