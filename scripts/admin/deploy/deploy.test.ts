import { at } from '../../local/org/testing/testOrg.ts';
import { readFlowVersions } from '../org/flowVersions.ts';
import type { AdminOrg } from '../testing/adminOrg.ts';
import { openAdminOrg, runLine } from '../testing/adminOrg.ts';
import { scriptedCli } from '../testing/scriptedCli.ts';

let desk: AdminOrg;

beforeEach(async () => {
    desk = await openAdminOrg({ credentials: { ConVox: { url: 'https://gateway.sunrise.example', parameters: {} } } });
});
afterEach(() => desk.close());

const begun = { id: '0Af1', status: 'Queued' };
const report = (status: string, rest: object = {}): object => ({
    id: '0Af1',
    status,
    numberComponentsDeployed: 100,
    numberComponentsTotal: 200,
    ...rest
});
const URL_PATH = '/services/data/v66.0/named-credentials/named-credential-setup/ConVox';
const url = async (): Promise<unknown> => (await desk.connection.request<{ calloutUrl: string }>(URL_PATH)).calloutUrl;

test('the package is built, sent, and waited for', async () => {
    const cli = scriptedCli({
        'project deploy start': [begun],
        'project deploy report': [
            report('Pending'),
            report('InProgress'),
            report('Succeeded', { numberComponentsDeployed: 200 })
        ]
    });
    const result = await desk.run('deploy --target-org dev --json', { runProcess: cli.run });
    expect(result).toMatchObject({
        code: 0,
        document: {
            ok: true,
            dryRun: false,
            status: 'Succeeded',
            components: { deployed: 200, total: 200 },
            failures: []
        }
    });
    expect(cli.scripts).toEqual(['scripts/build/build.ts']);
    expect(cli.calls[0]).toBe(
        'project deploy start --source-dir force-app --source-dir config/org --source-dir config/hindi --ignore-conflicts --async --target-org dev'
    );
    expect(cli.calls).toHaveLength(4);
});

test('an org without Hindi is spared the translations, and one that refuses them is told how', async () => {
    const refused = { fullName: 'hi', componentType: 'Translations', problem: 'Not available for deploy' };
    const cli = scriptedCli({
        'project deploy start': [begun, begun],
        'project deploy report': [
            report('Failed', { details: { componentFailures: refused } }),
            report('Succeeded', { numberComponentsDeployed: 200 })
        ]
    });
    const first = await desk.run('deploy --target-org dev', { runProcess: cli.run });
    expect(first.printed).toContain('platform-only languages');
    await desk.run('deploy --target-org dev --parts package,org', { runProcess: cli.run });
    expect(cli.calls.filter((call) => call.includes('deploy start')).at(-1)).not.toContain('config/hindi');
});

test('what is for person accounts goes only where it is asked for', async () => {
    const cli = succeeding();
    await desk.run('deploy --target-org dev --parts persons', { runProcess: cli.run });
    expect(cli.calls.find((call) => call.includes('deploy start'))).toBe(
        'project deploy start --source-dir config/persons --ignore-conflicts --async --target-org dev'
    );
});

const production = (answer: string): string =>
    answer.replace('"OrganizationType":"Developer Edition"', '"OrganizationType":"Enterprise Edition"');
const succeeding = (): ReturnType<typeof scriptedCli> =>
    scriptedCli({ 'project deploy start': [begun], 'project deploy report': [report('Succeeded')] });

describe('in a production org', () => {
    beforeEach(async () => {
        await desk.close();
        desk = await openAdminOrg({ credentials: {} }, (app) => ({
            fetch: async (request) => {
                const response = await app.fetch(request);
                return request.url.includes('FROM%20Organization')
                    ? new Response(production(await response.text()), response)
                    : response;
            }
        }));
    });

    test('the package is not deployed, and the refusal says why and what to do', async () => {
        const cli = succeeding();
        expect(await desk.run('deploy --target-org prod', { runProcess: cli.run })).toMatchObject({
            code: 1,
            noted: expect.stringMatching(
                /Sunrise \(Enterprise Edition\) is a production org[^]*package version[^]*--production/
            )
        });
        expect(cli.calls).toEqual([]);
    });

    test.each(['--dry-run', '--production', '--parts org', '--parts hindi'])('deploy %s goes on', async (option) => {
        expect(await desk.run(`deploy --target-org prod ${option}`, { runProcess: succeeding().run })).toMatchObject({
            code: 0
        });
    });
});

test('flows that arrived switched off are active afterwards, those that others run first', async () => {
    const active = [...(await readFlowVersions(desk.connection)).values()].filter((flow) => flow.active !== null);
    for (const { id } of active) {
        await desk.connection.request({
            method: 'PATCH',
            url: `/services/data/v66.0/tooling/sobjects/FlowDefinition/${id}`,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ Metadata: { activeVersionNumber: 0 } })
        });
    }
    expect(await desk.run('verify --only flows')).toMatchObject({
        code: 1,
        printed: expect.stringContaining('(switched off)')
    });
    const { document } = await desk.run('deploy --target-org dev --json', { runProcess: succeeding().run });
    const activated = at(document, 'activated');
    expect(activated).toHaveLength(active.length);
    const places = ['ConVox_Send_Command', 'ConVox_Command_After_Save_Send_In_Background'].map((name) =>
        Array.isArray(activated) ? activated.indexOf(name) : -1
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(await desk.run('verify --only flows')).toMatchObject({ code: 0 });
});

test('a dry run asks for a validation and leaves the credential alone', async () => {
    const cli = scriptedCli({ 'project deploy start': [begun], 'project deploy report': [report('Succeeded')] });
    const { document } = await desk.run('deploy --target-org dev --dry-run --json', { runProcess: cli.run });
    expect(document).toMatchObject({ dryRun: true, keptUrl: null });
    expect(cli.calls[0]).toContain('--dry-run');
});

test('the address that the deployment replaced is entered again', async () => {
    const cli = scriptedCli({ 'project deploy start': [begun], 'project deploy report': [report('Succeeded')] });
    const { document } = await desk.run('deploy --target-org dev --json', {
        runProcess: async (script, args, options) => {
            if (args.includes('start')) {
                await desk.connection.request({
                    method: 'PUT',
                    url: URL_PATH,
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify({
                        masterLabel: 'ConVox',
                        type: 'SecuredEndpoint',
                        calloutUrl: 'https://convox.example.com',
                        externalCredentials: [{ developerName: 'ConVox' }],
                        calloutOptions: {
                            allowMergeFieldsInBody: false,
                            allowMergeFieldsInHeader: true,
                            generateAuthorizationHeader: false
                        }
                    })
                });
            }
            return cli.run(script, args, options);
        }
    });
    expect(document).toMatchObject({ keptUrl: 'https://gateway.sunrise.example' });
    expect(await url()).toBe('https://gateway.sunrise.example');
});

test.each([
    [
        'several',
        [
            { fullName: 'A', componentType: 'Flow', problem: 'no such field', fileName: 'a.xml', lineNumber: '7' },
            { fullName: 'B', problem: 'no' }
        ],
        ['Flow A: no such field (a.xml:7)', 'B: no']
    ],
    ['one, which the CLI gives as an object', { fullName: 'A', componentType: 'Flow', problem: 'no' }, ['Flow A: no']]
])('components that the org refuses are listed: %s', async (_what, componentFailures, lines) => {
    const cli = scriptedCli({
        'project deploy start': [begun],
        'project deploy report': [report('Failed', { details: { componentFailures } })]
    });
    const { code, printed } = await desk.run('deploy --target-org dev', { runProcess: cli.run });
    expect(code).toBe(1);
    expect(printed.split('\n')).toEqual(['The org refused the package (Failed).', ...lines.map((line) => `  ${line}`)]);
});

test('what the CLI says is passed on', async () => {
    const cli = scriptedCli({ 'project deploy start': [new Error('No authorization found for dev')] });
    expect(await desk.run('deploy --target-org dev', { runProcess: cli.run })).toMatchObject({
        code: 1,
        noted: expect.stringContaining('sf project deploy start: No authorization found for dev')
    });
});

test('components that do not compile are not sent', async () => {
    const { code, noted } = await desk.run('deploy --target-org dev', {
        runProcess: () => Promise.resolve({ code: 1, stdout: '', stderr: 'a.ts(3,1): error TS2304' })
    });
    expect(code).toBe(1);
    expect(noted).toContain('a.ts(3,1): error TS2304');
});

test('Ctrl+C leaves the deployment to the org and says how to follow it', async () => {
    const interruption = new AbortController();
    interruption.abort();
    const cli = scriptedCli({ 'project deploy start': [begun], 'project deploy report': [report('InProgress')] });
    const { code, noted } = await desk.run('deploy --target-org dev', {
        runProcess: cli.run,
        interrupted: interruption.signal
    });
    expect(code).toBe(1);
    expect(noted).toContain('npm run sf -- project deploy report --job-id 0Af1 --target-org dev');
});

test('a part that is not there is named', async () => {
    expect(await runLine('deploy --target-org dev --parts package,tamil', {})).toMatchObject({
        code: 2,
        noted: expect.stringContaining('no part called tamil')
    });
});

test('the org has to be named', async () => {
    expect(await runLine('deploy', {})).toMatchObject({
        code: 2,
        noted: expect.stringContaining('--target-org <alias>')
    });
});
