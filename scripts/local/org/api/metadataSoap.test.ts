import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import JSZip from 'jszip';
import type { Listening } from '../../../node/listen.ts';
import { listen } from '../../../node/listen.ts';
import type { Org } from '../org.ts';
import { seedOrg } from '../../../sample/org/seedOrg.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { metadataFolder } from '../../metadata/testing/metadataFolder.ts';
import { createTestOrg, PRODUCT, restClient } from '../testing/testOrg.ts';

let org: Org;
let server: Listening;
let metadata: Connection['metadata'];

const connect = (username: string): Connection['metadata'] =>
    new Connection({ instanceUrl: server.url, accessToken: org.openSession(username), version: '66.0' }).metadata;

beforeEach(async () => {
    org = await createTestOrg();
    seedOrg(org);
    server = await listen(org);
    metadata = connect('admin');
});
afterEach(async () => {
    await server.close();
    await org.close();
});

const source = (name: string): string => readFileSync(metadataFiles(PRODUCT, `/${name}`)[0]?.file ?? name, 'utf8');
const flow = source('ConVox_Send_Command.flow-meta.xml');
const FLOW = 'flows/ConVox_Send_Command.flow';
const startedAt = `<fields>${/<fullName>[^]*(?=<\/CustomField>)/.exec(source('Started_At__c.field-meta.xml'))?.[0] ?? ''}</fields>`;
const callObject = (content: string): string =>
    `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${content}</CustomObject>`;
const labels = metadataFiles(PRODUCT, '.labels-meta.xml')
    .map(({ file }) => /<labels>[^]*<\/labels>/.exec(readFileSync(file, 'utf8'))?.[0])
    .join('');
const CALL = 'objects/ConVox_Call__c.object';
const SOFTPHONE = 'lwc/convoxSoftphone/convoxSoftphone';

type Sent = Readonly<Record<string, string>>;
type Report = Awaited<ReturnType<Connection['metadata']['checkDeployStatus']>>;

async function deploy(files: Sent, options: { checkOnly: boolean }): Promise<Report> {
    const zip = new JSZip();
    for (const [path, text] of Object.entries({ 'package.xml': '<Package/>', ...files })) {
        zip.file(path, text);
    }
    const archive = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    const { id } = await metadata.deploy(archive, options);
    return metadata.checkDeployStatus(id, true);
}

test.each<[string, Sent]>([
    ['a flow', { [FLOW]: flow }],
    ['a field in the file of its object', { [CALL]: callObject(startedAt) }],
    ['labels of several files in one', { 'labels/CustomLabels.labels': `<CustomLabels>${labels}</CustomLabels>` }],
    [
        'a component with its files',
        {
            [`${SOFTPHONE}.js-meta.xml`]: source('convoxSoftphone.js-meta.xml'),
            [`${SOFTPHONE}.html`]: source('convoxSoftphone.html')
        }
    ]
])('the org would take what it holds: %s', async (_what, files) => {
    expect(await deploy(files, { checkOnly: true })).toMatchObject({
        status: 'Succeeded',
        checkOnly: true,
        numberComponentsTotal: 1,
        numberComponentErrors: 0
    });
});

test.each<[string, Sent, string]>([
    ['a flow that was changed since', { [FLOW]: flow.replace('<label>', '<label>New ') }, 'its elements differ'],
    ['a flow it does not have', { 'flows/Another.flow': flow }, 'no such component'],
    [
        'a field that was changed',
        { [CALL]: callObject(startedAt.replace('<label>', '<label>New ')) },
        '1 of its elements'
    ],
    ['a changed file of a component', { [`${SOFTPHONE}.html`]: '<template></template>' }, 'This file differs'],
    ['a deletion', { 'destructiveChangesPost.xml': '<Package/>' }, 'deletes no metadata']
])('the org refuses, and says why: %s', async (_what, files, problem) => {
    const report = await deploy(files, { checkOnly: false });
    expect(report).toMatchObject({ status: 'Failed', numberComponentErrors: 1, numberComponentsDeployed: 0 });
    expect(report.details.componentFailures).toEqual([
        expect.objectContaining({ fileName: Object.keys(files)[0], problem: expect.stringContaining(problem) })
    ]);
});

const deletion = (...types: readonly [type: string, member: string][]): Sent => ({
    'destructiveChangesPost.xml': `<Package>${types
        .map(([type, member]) => `<types><members>${member}</members><name>${type}</name></types>`)
        .join('')}</Package>`
});

test.each<[string, Sent, number, RegExp[]]>([
    [
        'what it has',
        deletion(
            ['CustomField', 'ConVox_Call__c.Started_At__c'],
            ['CustomLabel', 'ConVox_ScreenPop_Empty'],
            ['SharingOwnerRule', 'ConVox_Call__c.ConVox_Gateway_Writes_Every_Call']
        ),
        3,
        []
    ],
    ['what it does not have', deletion(['CustomField', 'ConVox_Call__c.Other__c']), 1, [/no CustomField named/]],
    ['a flow by its mere name', deletion(['Flow', 'ConVox_Send_Command']), 1, [/no Flow named/]],
    ['a flow that is active', deletion(['Flow', 'ConVox_Send_Command-1']), 1, [/is active: switch it off/]]
])('the org says, when asked only, whether it would delete %s', async (_what, files, total, problems) => {
    const { numberComponentsTotal, details } = await deploy(files, { checkOnly: true });
    expect(numberComponentsTotal).toBe(total);
    expect(details.componentFailures.map(({ problem }) => problem)).toEqual(
        problems.map((problem): unknown => expect.stringMatching(problem))
    );
});

test('what was brought into the folders after the start is refused until the org is started again', async () => {
    const permission = '<CustomPermission><isLicensed>false</isLicensed><label>Extra</label></CustomPermission>';
    const folder = metadataFolder({ 'customPermissions/Extra.customPermission-meta.xml': permission });
    const sent = { 'customPermissions/Extra.customPermission': permission };
    await server.close();
    await org.close();
    org = await createTestOrg({ forceApp: [...PRODUCT, folder] });
    server = await listen(org);
    metadata = connect('admin');
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, 'customPermissions/Extra.customPermission-meta.xml'), later, later);
    const { details } = await deploy(sent, { checkOnly: true });
    expect(details.componentFailures).toEqual([
        expect.objectContaining({ fullName: 'Extra', problem: expect.stringContaining('start it again') })
    ]);
});

test('a deployment activates flows and puts back the packaged address; a validation does neither', async () => {
    const rest = restClient(org, 'admin');
    const state = async (): Promise<unknown> => {
        const setup = await rest('GET', '/named-credentials/named-credential-setup/ConVox');
        const soql = "SELECT ActiveVersionId FROM FlowDefinition WHERE DeveloperName = 'ConVox_Send_Command'";
        const flows = await rest('GET', `/tooling/query?q=${encodeURIComponent(soql)}`);
        return [setup.body, flows.body];
    };
    const packaged = { calloutUrl: expect.stringMatching(/^https:/) };
    const switchedOff = { records: [expect.objectContaining({ ActiveVersionId: null })] };
    const credential = { 'namedCredentials/ConVox.namedCredential': source('ConVox.namedCredential-meta.xml') };
    const { body } = await rest(
        'GET',
        `/tooling/query?q=${encodeURIComponent("SELECT Id FROM FlowDefinition WHERE DeveloperName = 'ConVox_Send_Command'")}`
    );
    const [, id = ''] = /"Id":"(\w+)"/.exec(JSON.stringify(body)) ?? [];
    await rest('PATCH', `/tooling/sobjects/FlowDefinition/${id}`, { Metadata: { activeVersionNumber: 0 } });

    await deploy({ [FLOW]: flow, ...credential }, { checkOnly: true });
    expect(await state()).toEqual([expect.not.objectContaining(packaged), expect.objectContaining(switchedOff)]);
    await deploy({ [FLOW]: flow, ...credential }, { checkOnly: false });
    expect(await state()).toEqual([expect.objectContaining(packaged), expect.not.objectContaining(switchedOff)]);
});

test('metadata is listed by type, with the names that deployments use', async () => {
    const listed = await metadata.list([{ type: 'CustomField' }, { type: 'Report' }]);
    expect(listed.map(({ fullName }) => fullName)).toEqual(
        expect.arrayContaining(['ConVox_Call__c.Started_At__c', expect.stringMatching(/^ConVox\w*\/\w+$/)])
    );
});

test('what the local org does not do over SOAP is refused as SOAP refuses, by name', async () => {
    await expect(metadata.list({ type: 'Profile' })).rejects.toThrow('does not list metadata of the type Profile');
    await expect(metadata.describe()).rejects.toThrow('does not support describeMetadata');
    await expect(metadata.checkDeployStatus('0Af000000000000AAA')).rejects.toThrow('invalid cross reference id');
    await expect(connect('integration').list({ type: 'Flow' })).rejects.toThrow('may not modify metadata');
    const stranger = new Connection({ instanceUrl: server.url, accessToken: 'none', version: '66.0' });
    await expect(stranger.metadata.list({ type: 'Flow' })).rejects.toThrow('Invalid Session ID');
});
