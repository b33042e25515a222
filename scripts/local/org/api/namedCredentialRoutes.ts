import { Hono } from 'hono';
import { z } from 'zod';
import type { CredentialSetup } from '../externalServices/credentialSetup.ts';
import type { ExternalCredential, HeaderTemplate, NamedCredential } from '../../metadata/callouts/credentials.ts';
import { makeRecordId } from '../store/recordIds.ts';
import { ApiError, badRequest, notFound } from './apiError.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { parseBody, readJson } from './requestBody.ts';

const header = z.object({ headerName: z.string(), headerValue: z.string(), sequenceNumber: z.number() });

// Strict: the platform refuses what a GET shows and a PUT does not take, such as calloutStatus.
const namedCredentialInput = z.strictObject({
    developerName: z.string().optional(),
    masterLabel: z.string(),
    type: z.enum(['SecuredEndpoint', 'PrivateEndpoint']),
    calloutUrl: z.string(),
    externalCredentials: z.array(z.object({ developerName: z.string() })).length(1),
    calloutOptions: z.strictObject({
        allowMergeFieldsInBody: z.boolean(),
        allowMergeFieldsInHeader: z.boolean(),
        generateAuthorizationHeader: z.boolean()
    }),
    customHeaders: z.array(header).optional(),
    parameters: z.array(z.unknown()).optional()
});

const credentialInput = z.strictObject({
    externalCredential: z.string(),
    principalName: z.string(),
    principalType: z.literal('NamedPrincipal'),
    authenticationProtocol: z.literal('Custom'),
    credentials: z.record(z.string(), z.strictObject({ value: z.string(), encrypted: z.boolean().optional() }))
});

/** Connect REST API, named credentials: the address, the principals, and their parameters, which are never read back. */
export function namedCredentialRoutes({ users, credentials }: DataContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();
    app.use('/named-credentials/*', async (c, next) => {
        if (c.get('acting').id !== users.admin.id) {
            throw new ApiError(403, [
                {
                    errorCode: 'INSUFFICIENT_ACCESS',
                    message: 'The user has no permission to view or manage named credentials'
                }
            ]);
        }
        await next();
    });

    function namedCredential(name: string): NamedCredential {
        const found = credentials.named.get(name);
        if (!found) {
            throw notFound(`There is no named credential ${name}`);
        }
        return found;
    }

    function externalCredential(name: string): ExternalCredential {
        const found = credentials.external.get(name);
        if (!found) {
            throw notFound(`There is no external credential ${name}`);
        }
        return found;
    }

    app.get('/named-credentials/named-credential-setup', (c) =>
        c.json({ namedCredentials: [...credentials.named.values()].map((one) => describeNamed(one, credentials)) })
    );
    app.get('/named-credentials/named-credential-setup/:name', (c) =>
        c.json(describeNamed(namedCredential(c.req.param('name')), credentials))
    );
    app.put('/named-credentials/named-credential-setup/:name', async (c) => {
        const found = namedCredential(c.req.param('name'));
        const { calloutUrl, externalCredentials } = parseBody(namedCredentialInput, await readJson(c.req.raw));
        if (!isCalloutUrl(calloutUrl)) {
            throw badRequest('INVALID_INPUT', 'The URL must begin with https:// and have no query');
        }
        if (externalCredentials[0]?.developerName !== found.externalCredential) {
            throw badRequest('API_NOT_SUPPORTED', 'The local org does not change the external credential');
        }
        credentials.setUrl(found.name, calloutUrl);
        return c.json(describeNamed(found, credentials));
    });

    app.get('/named-credentials/external-credentials/:name', (c) =>
        c.json(describeExternal(externalCredential(c.req.param('name')), credentials))
    );

    app.get('/named-credentials/credential', (c) => {
        const found = externalCredential(c.req.query('externalCredential') ?? '');
        return c.json(describeCredential(found, principalOf(found, c.req.query('principalName') ?? ''), credentials));
    });
    for (const method of ['post', 'put', 'patch'] as const) {
        app[method]('/named-credentials/credential', async (c) => {
            const input = parseBody(credentialInput, await readJson(c.req.raw));
            const found = externalCredential(input.externalCredential);
            const principal = principalOf(found, input.principalName);
            if ((method === 'post') !== (credentials.parameterNames(found.name).length === 0)) {
                throw badRequest(
                    'INVALID_INPUT',
                    method === 'post' ? 'The credential exists already; update it' : 'The credential does not exist yet'
                );
            }
            const values = Object.entries(input.credentials).map(([name, { value }]) => [name, value] as const);
            credentials.setParameters(found.name, Object.fromEntries(values));
            return c.json(describeCredential(found, principal, credentials), method === 'post' ? 201 : 200);
        });
    }
    return app;
}

/** Plain http only on this machine, so that all of it can be tried without certificates; an org takes https alone. */
function isCalloutUrl(text: string): boolean {
    const url = URL.parse(text);
    const isLocal = url?.protocol === 'http:' && url.hostname === '127.0.0.1';
    return url !== null && url.search === '' && (url.protocol === 'https:' || isLocal);
}

function principalOf({ name, principals }: ExternalCredential, principalName: string): string {
    if (!principals.some((principal) => principal.name === principalName)) {
        throw notFound(`External credential ${name} has no principal ${principalName}`);
    }
    return principalName;
}

function statusOf(name: string, setup: CredentialSetup): 'Configured' | 'NotConfigured' {
    return setup.parameterNames(name).length > 0 ? 'Configured' : 'NotConfigured';
}

function customHeaders(headers: readonly HeaderTemplate[]): object[] {
    return headers.map(({ name, template }, index) => ({
        headerName: name,
        headerValue: template,
        sequenceNumber: index + 1
    }));
}

function describeNamed(one: NamedCredential, setup: CredentialSetup): object {
    const external = setup.external.get(one.externalCredential);
    return {
        calloutOptions: {
            allowMergeFieldsInBody: one.allowMergeFieldsInBody,
            allowMergeFieldsInHeader: one.allowMergeFieldsInHeader,
            generateAuthorizationHeader: one.generateAuthorizationHeader
        },
        calloutStatus: one.isEnabled ? 'Enabled' : 'Disabled',
        calloutUrl: setup.entries[one.name]?.url ?? one.url,
        customHeaders: [],
        developerName: one.name,
        externalCredentials: external ? [{ developerName: external.name, masterLabel: external.label }] : [],
        id: makeRecordId('0XA', 1),
        masterLabel: one.label,
        networkConnection: null,
        parameters: [],
        type: 'SecuredEndpoint'
    };
}

function describeExternal(one: ExternalCredential, setup: CredentialSetup): object {
    const authenticationStatus = statusOf(one.name, setup);
    return {
        authenticationProtocol: one.protocol,
        authenticationProtocolVariant: null,
        authenticationStatus,
        customHeaders: customHeaders(one.headers),
        developerName: one.name,
        id: makeRecordId('0pt', 1),
        masterLabel: one.label,
        parameters: [],
        principals: one.principals.map(({ name, type, sequenceNumber }) => ({
            authenticationStatus,
            id: makeRecordId('0pu', sequenceNumber),
            parameters: [],
            principalAccess: [],
            principalName: name,
            principalType: type,
            sequenceNumber
        })),
        relatedNamedCredentials: [...setup.named.values()]
            .filter(({ externalCredential }) => externalCredential === one.name)
            .map(({ name, label }) => ({ developerName: name, masterLabel: label }))
    };
}

function describeCredential(one: ExternalCredential, principalName: string, setup: CredentialSetup): object {
    return {
        authenticationProtocol: one.protocol,
        authenticationProtocolVariant: null,
        authenticationStatus: statusOf(one.name, setup),
        credentials: Object.fromEntries(setup.parameterNames(one.name).map((name) => [name, { encrypted: true }])),
        externalCredential: one.name,
        principalName,
        principalType: 'NamedPrincipal'
    };
}
