import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLine } from '../testing/adminOrg.ts';
import { scriptedCli } from '../testing/scriptedCli.ts';

function project(packageAliases: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'project-'));
    writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify({ packageAliases }));
    return folder;
}

const queued = { Id: '08c1', Status: 'Queued' };

test('a version is built, created with its coverage, and waited for', async () => {
    const cli = scriptedCli({
        'package version create': [queued],
        'package version create report': [
            [queued],
            [{ Id: '08c1', Status: 'Success', SubscriberPackageVersionId: '04t1' }]
        ]
    });
    const result = await runLine('package version create --target-org hub --json', {
        root: project({ ConVox: '0Ho1' }),
        run: cli.run
    });
    expect(result).toMatchObject({ code: 0, document: { status: 'Success', version: '04t1' } });
    expect(cli.scripts).toEqual(['scripts/build/build.ts']);
    expect(cli.calls).toEqual([
        'package version create --package ConVox --code-coverage --installation-key-bypass --target-dev-hub hub',
        'package version create report --package-create-request-id 08c1 --target-dev-hub hub',
        'package version create report --package-create-request-id 08c1 --target-dev-hub hub'
    ]);
});

test('an installation key comes from the environment and is not shown', async () => {
    const cli = scriptedCli({ 'package version create': [{ ...queued, Status: 'Success' }] });
    const result = await runLine('package version create --target-org hub --installation-key-from KEY', {
        root: project({ ConVox: '0Ho1' }),
        run: cli.run,
        environment: { KEY: 'made-up-key' }
    });
    expect(cli.calls[0]).toContain('--installation-key made-up-key');
    expect(result.printed + result.noted).not.toContain('made-up-key');
});

test('a version that the Dev Hub refuses is told with its errors', async () => {
    const cli = scriptedCli({
        'package version create': [{ ...queued, Status: 'Error', Error: [{ Message: 'no such field' }] }]
    });
    expect(
        await runLine('package version create --target-org hub', { root: project({ ConVox: '0Ho1' }), run: cli.run })
    ).toMatchObject({
        code: 1,
        printed: expect.stringContaining('no such field')
    });
});

test('without a package in the project, the command says how to make one', async () => {
    expect(await runLine('package version create --target-org hub', { root: project({}) })).toMatchObject({
        code: 1,
        noted: expect.stringContaining('npm run sf -- package create --name ConVox')
    });
});

test('a version is promoted without being asked again', async () => {
    const cli = scriptedCli({ 'package version promote': [{ id: '04t1', success: true }] });
    expect(await runLine('package version promote 04t1 --target-org hub', { run: cli.run })).toMatchObject({ code: 0 });
    expect(cli.calls).toEqual(['package version promote --package 04t1 --no-prompt --target-dev-hub hub']);
});
