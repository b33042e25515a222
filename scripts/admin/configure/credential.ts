import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import type { Variables } from '../cli/command.ts';
import type { Problem } from '../../node/checkedYaml.ts';
import type { Config } from './configSchema.ts';

const NAMED_CREDENTIAL = 'ConVox';
const EXTERNAL_CREDENTIAL = 'ConVox';
const PRINCIPAL = 'Server';
const PARAMETER = 'GatewayKey';

/** As short as the gateway takes its keys. */
const SHORTEST_KEY = 16;

const namedCredential = z.object({
    calloutUrl: z.string(),
    developerName: z.string(),
    masterLabel: z.string(),
    type: z.string(),
    externalCredentials: z.array(z.object({ developerName: z.string() })),
    calloutOptions: z.object({
        allowMergeFieldsInBody: z.boolean(),
        allowMergeFieldsInHeader: z.boolean(),
        generateAuthorizationHeader: z.boolean()
    }),
    customHeaders: z
        .array(z.object({ headerName: z.string(), headerValue: z.string(), sequenceNumber: z.number() }))
        .nullish()
});
export type NamedCredential = z.infer<typeof namedCredential>;

const externalCredential = z.object({
    principals: z.array(z.object({ principalName: z.string(), authenticationStatus: z.string() }))
});

const setupPath = (version: string, name: string): string =>
    `/services/data/v${version}/named-credentials/named-credential-setup/${name}`;

/** The Named Credential through the Connect API; undefined when the org has none of that name. */
export async function readNamedCredential(connection: Connection): Promise<NamedCredential | undefined> {
    try {
        const answer = await connection.request<unknown>(setupPath(connection.version, NAMED_CREDENTIAL));
        return namedCredential.parse(answer);
    } catch (error) {
        if (error instanceof Error && error.name === 'NOT_FOUND') {
            return undefined;
        }
        throw error;
    }
}

/** Replaces the address and sends everything else back as it was; the API takes whole credentials only. */
export async function writeCalloutUrl(connection: Connection, credential: NamedCredential, url: string): Promise<void> {
    const { customHeaders, ...rest } = credential;
    const headers = customHeaders ?? [];
    await connection.request({
        method: 'PUT',
        url: setupPath(connection.version, NAMED_CREDENTIAL),
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
            ...rest,
            calloutUrl: url,
            externalCredentials: rest.externalCredentials.map(({ developerName }) => ({ developerName })),
            ...(headers.length === 0 ? {} : { customHeaders: headers })
        })
    });
}

/** Whether the principal of the package's External Credential has been given its parameters. */
export async function isKeyEntered(connection: Connection): Promise<boolean> {
    const answer = await connection.request<unknown>(
        `/services/data/v${connection.version}/named-credentials/external-credentials/${EXTERNAL_CREDENTIAL}`
    );
    return externalCredential
        .parse(answer)
        .principals.some(
            ({ principalName, authenticationStatus }) =>
                principalName === PRINCIPAL && authenticationStatus === 'Configured'
        );
}

async function writeKey(connection: Connection, key: string, isEntered: boolean): Promise<void> {
    await connection.request({
        method: isEntered ? 'PUT' : 'POST',
        url: `/services/data/v${connection.version}/named-credentials/credential`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
            externalCredential: EXTERNAL_CREDENTIAL,
            principalName: PRINCIPAL,
            principalType: 'NamedPrincipal',
            authenticationProtocol: 'Custom',
            credentials: { [PARAMETER]: { value: key, encrypted: true } }
        })
    });
}

export interface CredentialPlan {
    readonly url: { readonly from: string; readonly to: string } | undefined;
    /** Whether a key is written, and whether one was there; the org shows no key, so that equal ones cannot be told. */
    readonly key: 'entered' | 'replaced' | 'kept' | 'missing' | undefined;
    apply(): Promise<void>;
}

const nothing: CredentialPlan = { url: undefined, key: undefined, apply: () => Promise.resolve() };

/** What is wrong with the key; the key itself is nowhere in the words. */
export function checkKey({ credential }: Config, environment: Variables): Problem[] {
    const key = credential?.keyFrom === undefined ? undefined : environment[credential.keyFrom];
    return key === undefined || key.length >= SHORTEST_KEY
        ? []
        : [
              {
                  path: ['credential', 'keyFrom'],
                  message: `names a variable whose value is shorter than the ${SHORTEST_KEY} characters that the gateway demands`
              }
          ];
}

/** @throws Error of the API, for example when the package is not deployed */
export async function planCredential(
    connection: Connection,
    { credential }: Config,
    environment: Variables
): Promise<CredentialPlan> {
    if (credential === undefined) {
        return nothing;
    }
    const current = await readNamedCredential(connection);
    if (current === undefined) {
        throw Object.assign(new Error(`The org has no named credential ${NAMED_CREDENTIAL}`), {
            errorCode: 'INVALID_TYPE'
        });
    }
    const isEntered = await isKeyEntered(connection);
    const key = credential.keyFrom === undefined ? undefined : environment[credential.keyFrom];
    const isUrlNew = current.calloutUrl !== credential.url;
    return {
        url: isUrlNew ? { from: current.calloutUrl, to: credential.url } : undefined,
        key: keyPlan(key, isEntered),
        apply: async () => {
            if (isUrlNew) {
                await writeCalloutUrl(connection, current, credential.url);
            }
            if (key !== undefined) {
                await writeKey(connection, key, isEntered);
            }
        }
    };
}

function keyPlan(key: string | undefined, isEntered: boolean): CredentialPlan['key'] {
    if (key === undefined) {
        return isEntered ? 'kept' : 'missing';
    }
    return isEntered ? 'replaced' : 'entered';
}
