import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MetadataError } from '../../metadata/readMetadata.ts';
import { createExternalServices } from './createExternalServices.ts';
import { openTestServer } from './testServer.ts';

const NAMED = (url: string) => `<NamedCredential xmlns="http://soap.sforce.com/2006/04/metadata"><label>A</label>
    <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType>
    <parameterValue>${url}</parameterValue></namedCredentialParameters>
    <namedCredentialParameters><externalCredential>A</externalCredential><parameterName>E</parameterName>
    <parameterType>Authentication</parameterType></namedCredentialParameters>
    <namedCredentialType>SecuredEndpoint</namedCredentialType></NamedCredential>`;
const EXTERNAL = (protocol: string) => `<ExternalCredential xmlns="http://soap.sforce.com/2006/04/metadata">
    <authenticationProtocol>${protocol}</authenticationProtocol><label>A</label></ExternalCredential>`;
const REGISTRATION = (operation: string, schema: string, credential = 'A') =>
    `<ExternalServiceRegistration xmlns="http://soap.sforce.com/2006/04/metadata"><label>R</label>
    <namedCredentialReference>${credential}</namedCredentialReference>
    <operations><active>true</active><name>${operation}</name></operations>
    <schema><![CDATA[${schema}]]></schema><schemaType>OpenApi</schemaType><status>Complete</status></ExternalServiceRegistration>`;
const SCHEMA = (operation: object) =>
    JSON.stringify({
        openapi: '3.0.1',
        info: { title: 't', version: '1' },
        paths: { '/a': { get: { operationId: 'getIt', responses: { '200': { description: 'ok' } }, ...operation } } }
    });

async function fromFiles(files: Readonly<Record<string, string>>, url = 'http://127.0.0.1:1') {
    const forceApp = mkdtempSync(path.join(tmpdir(), 'services-'));
    try {
        mkdirSync(path.join(forceApp, 'x'));
        Object.entries(files).forEach(([name, xml]) => writeFileSync(path.join(forceApp, 'x', name), xml));
        return await createExternalServices({ forceApp, credentials: { A: { url, parameters: {} } } });
    } finally {
        rmSync(forceApp, { recursive: true });
    }
}

const files = (registration: string, named = NAMED('https://a.example.com'), external = EXTERNAL('Custom')) => ({
    'R.externalServiceRegistration-meta.xml': registration,
    'A.namedCredential-meta.xml': named,
    'A.externalCredential-meta.xml': external
});

test.each([
    [
        'a plain http address',
        files(REGISTRATION('getit', SCHEMA({})), NAMED('http://a.example.com')),
        'must begin with https://'
    ],
    [
        'another protocol',
        files(REGISTRATION('getit', SCHEMA({})), undefined, EXTERNAL('Oauth')),
        'protocol Oauth is not supported'
    ],
    ['an unknown operation', files(REGISTRATION('other', SCHEMA({}))), '<schema> does not have; it has getIt'],
    ['a schema that is no JSON', files(REGISTRATION('getit', 'openapi: 3')), '<schema> is not JSON'],
    [
        'a schema that is no OpenAPI',
        files(REGISTRATION('getit', '{"openapi":"3.0.1","info":{},"paths":{}}')),
        '<schema>:'
    ],
    ['an unknown credential', files(REGISTRATION('getit', SCHEMA({}), 'B')), 'no named credential "B"'],
    [
        'an object in the answer',
        files(
            REGISTRATION(
                'getit',
                SCHEMA({
                    responses: {
                        '200': { description: 'ok', content: { 'application/json': { schema: { type: 'object' } } } }
                    }
                })
            )
        ),
        'values of type object are not supported'
    ]
])('the org does not start with %s', async (_name, metadata, message) => {
    await expect(fromFiles(metadata)).rejects.toThrow(MetadataError);
    await expect(fromFiles(metadata)).rejects.toThrow(message);
});

test('OpenAPI 3 operations with declared errors and header parameters work too', async () => {
    const server = await openTestServer();
    server.respondWith((response) => response.writeHead(409, { 'Content-Type': 'text/plain' }).end('taken'));
    const text = { content: { 'text/plain': { schema: { type: 'string' } } } };
    const services = await fromFiles(
        files(
            REGISTRATION(
                'getit',
                SCHEMA({
                    parameters: [
                        { name: 'trace', in: 'header', schema: { type: 'string' } },
                        { name: 'count', in: 'query', schema: { type: 'integer' } }
                    ],
                    responses: { '200': { description: 'ok', ...text }, '409': { description: 'no', ...text } }
                })
            )
        ),
        server.url
    );
    const inputs = new Map([
        ['trace', { dataType: 'text', value: 't1' } as const],
        ['count', { dataType: 'number', value: 3 } as const]
    ]);
    const outputs = await services.call('R.getIt', inputs, { id: '', username: 'agent', systemContext: false });
    expect(outputs.get('409Exc')?.value).toBe('taken');
    expect(server.received).toMatchObject([{ url: '/a?count=3', headers: { trace: 't1' } }]);
    await server.close();
});
