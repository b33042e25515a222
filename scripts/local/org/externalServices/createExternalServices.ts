import type { NamedCredential } from '../../metadata/callouts/credentials.ts';
import { readNamedCredentials } from '../../metadata/callouts/credentials.ts';
import type { CredentialEntry } from './credentialHeaders.ts';
import { credentialHeaders } from './credentialHeaders.ts';
import type { CalloutInputs, CalloutOutputs, ExternalAction, ExternalServices } from './externalServices.ts';
import { CalloutFault } from './externalServices.ts';
import { buildRequest } from './httpRequest.ts';
import type { ErrorStatus, ReadResponse } from './httpResponse.ts';
import { outputName, readOutputs } from './httpResponse.ts';
import type { Operation } from '../../metadata/callouts/operations.ts';
import type { Registration } from '../../metadata/callouts/registrations.ts';
import { readRegistrations } from '../../metadata/callouts/registrations.ts';
import type { ActingUser } from '../records.ts';
import { MetadataError } from '../../metadata/readMetadata.ts';
import type { MetadataFolders } from '../../metadata/metadataFiles.ts';

/** How long the platform waits for an answer, unless told otherwise. */
const DEFAULT_TIMEOUT_MILLISECONDS = 10_000;

export interface ExternalServicesOptions {
    /** Folder with the package's metadata. */
    readonly forceApp: MetadataFolders;
    /** By Named Credential. */
    readonly credentials: Readonly<Record<string, CredentialEntry>>;
    readonly timeoutMilliseconds?: number;
    readonly fetch?: typeof fetch;
    /** `output` when left out. */
    readonly errorStatus?: ErrorStatus;
    /** Whether a user has access to a principal, `ConVox-Server`; everybody when left out. */
    readonly mayUsePrincipal?: (principal: string, acting: ActingUser) => boolean;
}

interface Callable {
    readonly registration: Registration;
    readonly operation: Operation;
    readonly credential: NamedCredential;
}

function describe(name: string, { parameters, responses }: Operation): ExternalAction {
    return {
        name,
        inputs: parameters.map(({ name: parameter, dataType, required }) => ({ name: parameter, dataType, required })),
        outputs: [
            { name: 'responseCode', dataType: 'number' },
            ...responses.map(({ code, dataType }) => ({ name: outputName(code), dataType })),
            { name: 'default', dataType: 'text' },
            { name: 'defaultExc', dataType: 'text' }
        ]
    };
}

/** Codes of a connection that did not come about. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT']);

/** Why a request got no answer, in words that name no address or secret. */
function transportProblem(error: unknown, timeout: number): string {
    if (error instanceof DOMException && error.name === 'TimeoutError') {
        return `Read timed out after ${timeout} ms`;
    }
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    return typeof code === 'string' && NOT_CONNECTED.has(code)
        ? `Unable to connect to the endpoint (${code})`
        : 'The connection broke off';
}

async function send(request: Request, fetchWith: typeof fetch, timeout: number): Promise<ReadResponse> {
    try {
        const response = await fetchWith(request, { signal: AbortSignal.timeout(timeout) });
        const contentType = response.headers.get('Content-Type') ?? '';
        const [mediaType = ''] = contentType.split(';');
        const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(contentType) ?? [];
        const body = new TextDecoder(charset).decode(await response.arrayBuffer());
        return { status: response.status, mediaType: mediaType.trim().toLowerCase(), body };
    } catch (error) {
        throw new CalloutFault(`${transportProblem(error, timeout)}.`);
    }
}

function entryFor(credential: NamedCredential, credentials: ExternalServicesOptions['credentials']): CredentialEntry {
    const entry = credentials[credential.name];
    if (!credential.isEnabled) {
        throw new CalloutFault(`Named credential "${credential.name}" is switched off for callouts.`);
    }
    if (!entry) {
        throw new CalloutFault(
            `We couldn't access the credential(s). Named credential "${credential.name}" still has the packaged address; ` +
                'an admin enters the real one in Setup, Named Credentials.'
        );
    }
    return entry;
}

/** Reads the package's External Services with their credentials. Throws `MetadataError` for what cannot work here. */
export async function createExternalServices(options: ExternalServicesOptions): Promise<ExternalServices> {
    const { forceApp, credentials, timeoutMilliseconds = DEFAULT_TIMEOUT_MILLISECONDS } = options;
    const { fetch: fetchWith = fetch, errorStatus = 'output', mayUsePrincipal = () => true } = options;
    const namedCredentials = readNamedCredentials(forceApp);
    const callables = new Map<string, Callable>();
    for (const registration of await readRegistrations(forceApp)) {
        const credential = namedCredentials.get(registration.namedCredential);
        if (!credential) {
            throw new MetadataError(
                registration.name,
                `there is no named credential "${registration.namedCredential}"`
            );
        }
        for (const operation of registration.operations.values()) {
            callables.set(`${registration.name}.${operation.id}`, { registration, operation, credential });
        }
    }

    async function call(action: string, inputs: CalloutInputs, acting: ActingUser): Promise<CalloutOutputs> {
        const callable = callables.get(action);
        if (!callable) {
            throw new CalloutFault(`There is no active external service action ${action}.`);
        }
        const { registration, operation, credential } = callable;
        const { principals } = credential;
        if (principals.length > 0 && !principals.some((principal) => mayUsePrincipal(principal, acting))) {
            throw new CalloutFault(
                "We couldn't access the credential(s). You might not have the required permissions, or the external " +
                    `credential "${credential.externalCredential}" might not exist.`
            );
        }
        const entry = entryFor(credential, credentials);
        const request = buildRequest(operation, inputs, entry.url, credentialHeaders(credential, entry));
        const response = await send(request, fetchWith, timeoutMilliseconds);
        return readOutputs(response, operation, registration.compatibleMediaTypes, errorStatus);
    }

    return {
        actions: new Map([...callables].map(([name, { operation }]) => [name, describe(name, operation)])),
        call
    };
}
