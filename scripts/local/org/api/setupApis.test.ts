import { Connection } from '@jsforce/jsforce-node';
import type { Listening } from '../../../node/listen.ts';
import { listen } from '../../../node/listen.ts';
import type { Org } from '../org.ts';
import { seedOrg } from '../../../sample/org/seedOrg.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { at, createTestOrg, restClient } from '../testing/testOrg.ts';

const SETUP = '/named-credentials/named-credential-setup/ConVox';
const PRINCIPAL = { externalCredential: 'ConVox', principalName: 'Server', principalType: 'NamedPrincipal' };

let org: Org;
let server: Listening;
let rest: RestClient;

beforeEach(async () => {
    org = await createTestOrg({ credentials: {} });
    seedOrg(org);
    server = await listen(org);
    rest = restClient(org, 'admin');
});
afterEach(async () => {
    await server.close();
    await org.close();
});

const input = (calloutUrl: string): object => ({
    developerName: 'ConVox',
    masterLabel: 'ConVox',
    type: 'SecuredEndpoint',
    calloutUrl,
    externalCredentials: [{ developerName: 'ConVox' }],
    calloutOptions: {
        allowMergeFieldsInBody: false,
        allowMergeFieldsInHeader: true,
        generateAuthorizationHeader: false
    }
});
const credential = (value: string): object => ({
    ...PRINCIPAL,
    authenticationProtocol: 'Custom',
    credentials: { GatewayKey: { value, encrypted: true } }
});

test('a named credential has the packaged address until an admin enters another', async () => {
    expect(await rest('GET', SETUP)).toMatchObject({
        status: 200,
        body: {
            developerName: 'ConVox',
            calloutUrl: 'https://convox.example.com',
            calloutStatus: 'Enabled',
            type: 'SecuredEndpoint',
            externalCredentials: [{ developerName: 'ConVox' }]
        }
    });
    expect(await rest('PUT', SETUP, input('https://gateway.sunrise.example'))).toMatchObject({ status: 200 });
    expect(at((await rest('GET', SETUP)).body, 'calloutUrl')).toBe('https://gateway.sunrise.example');
});

test.each([
    ['plain http', input('http://gateway.sunrise.example'), 'INVALID_INPUT'],
    ['a query', input('https://gateway.sunrise.example?x=1'), 'INVALID_INPUT'],
    ['what only a GET shows', { ...input('https://a.example'), calloutStatus: 'Enabled' }, 'JSON_PARSER_ERROR']
])('an address with %s is refused', async (_what, body, errorCode) => {
    expect(await rest('PUT', SETUP, body)).toMatchObject({ status: 400, body: [{ errorCode }] });
});

test('the principal is created once, then updated, and its values are never shown', async () => {
    const external = '/named-credentials/external-credentials/ConVox';
    const query = new URLSearchParams(PRINCIPAL).toString();
    expect(at((await rest('GET', external)).body, 'principals.0')).toMatchObject({
        principalName: 'Server',
        authenticationStatus: 'NotConfigured'
    });
    expect((await rest('PUT', '/named-credentials/credential', credential('first-made-up-key'))).status).toBe(400);
    expect((await rest('POST', '/named-credentials/credential', credential('first-made-up-key'))).status).toBe(201);
    expect((await rest('POST', '/named-credentials/credential', credential('other-made-up-key'))).status).toBe(400);
    expect((await rest('PUT', '/named-credentials/credential', credential('other-made-up-key'))).status).toBe(200);
    const shown = await rest('GET', `/named-credentials/credential?${query}`);
    expect(shown.body).toMatchObject({
        authenticationStatus: 'Configured',
        credentials: { GatewayKey: { encrypted: true } }
    });
    expect(JSON.stringify(shown.body)).not.toContain('made-up');
});

test('only the administrator sees setup', async () => {
    const agent = restClient(org, 'asha.verma');
    expect((await agent('GET', SETUP)).status).toBe(403);
    expect((await agent('GET', '/tooling/query?q=SELECT+Id+FROM+FlowDefinition')).status).toBe(403);
});

test('operations of a registration are described with the inputs and outputs that a flow sees', async () => {
    const { body } = await rest('GET', '/actions/custom/externalService/ConVoxSheet.closeCallByPost');
    expect(body).toMatchObject({
        type: 'EXTERNALSERVICE',
        inputs: expect.arrayContaining([expect.objectContaining({ name: 'set_followUp', required: false })]),
        outputs: expect.arrayContaining([expect.objectContaining({ name: 'responseCode', type: 'NUMBER' })])
    });
    expect((await rest('GET', '/actions/custom/externalService/ConVoxSheet.none')).status).toBe(404);
    expect((await rest('POST', '/actions/custom/externalService/ConVoxSheet.closeCallByPost', {})).status).toBe(501);
});

const FLOW = encodeURIComponent(
    "SELECT Id, ActiveVersionId FROM FlowDefinition WHERE DeveloperName = 'ConVox_Send_Command'"
);
const toolingRows = (body: unknown): unknown[] => {
    const records = at(body, 'records');
    return Array.isArray(records) ? records : [];
};

test('jsforce’s Tooling API finds the flows and the components that are deployed', async () => {
    const connection = new Connection({
        instanceUrl: server.url,
        accessToken: org.openSession('admin'),
        version: '66.0'
    });
    const flows = await connection.tooling.query(
        "SELECT DeveloperName FROM FlowDefinition WHERE ActiveVersionId != null AND DeveloperName = 'ConVox_Send_Command'"
    );
    const bundles = await connection.tooling.query(
        "SELECT DeveloperName, ApiVersion FROM LightningComponentBundle WHERE DeveloperName LIKE 'convoxScreen%'"
    );
    expect(flows.totalSize).toBe(1);
    expect(bundles.records).toMatchObject([{ DeveloperName: 'convoxScreenPop', ApiVersion: 66 }]);
});

test('a flow is switched off and on again by the number of its version', async () => {
    const [flow] = toolingRows((await rest('GET', `/tooling/query?q=${FLOW}`)).body);
    const path = `/tooling/sobjects/FlowDefinition/${String(at(flow, 'Id'))}`;
    const activate = (activeVersionNumber: number): Promise<{ status: number }> =>
        rest('PATCH', path, { Metadata: { activeVersionNumber } });

    expect((await activate(0)).status).toBe(204);
    expect(toolingRows((await rest('GET', `/tooling/query?q=${FLOW}`)).body)).toMatchObject([
        { ActiveVersionId: null }
    ]);
    expect((await rest('GET', '/actions/custom/flow/ConVox_Send_Command')).status).toBe(404);
    expect((await activate(7)).status).toBe(400);

    expect((await activate(1)).status).toBe(204);
    expect((await rest('GET', '/actions/custom/flow/ConVox_Send_Command')).status).toBe(200);
});
