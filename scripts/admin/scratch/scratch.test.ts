import { ADMIN_USERNAME } from '../../local/org/users.ts';
import type { AdminOrg } from '../testing/adminOrg.ts';
import { openAdminOrg, runLine } from '../testing/adminOrg.ts';
import { scriptedCli } from '../testing/scriptedCli.ts';

let desk: AdminOrg;

/** An org as a scratch org is: the package, its user, and nothing else. */
beforeEach(async () => {
    desk = await openAdminOrg({}, (app) => app, { isSeeded: false });
});
afterEach(() => desk.close());

const succeeded = { id: '0Af1', status: 'Succeeded', numberComponentsDeployed: 9, numberComponentsTotal: 9 };

test('a scratch org gets the package, the sample set-up and customers, and is opened', async () => {
    const cli = scriptedCli({
        'org create scratch': [{ username: ADMIN_USERNAME }],
        'project deploy start': [{ id: '0Af1' }],
        'project deploy report': [succeeded],
        'org open': [{ url: 'https://x.example/secret-link' }]
    });
    const result = await desk.run('scratch --dev-hub hub --days 3 --json', { runProcess: cli.run });

    expect(result).toMatchObject({ code: 0, document: { alias: 'convox', days: 3, customers: 23 } });
    expect(cli.calls[0]).toBe(
        'org create scratch --definition-file config/project-scratch-def.json --alias convox --duration-days 3 --target-dev-hub hub --wait 20'
    );
    expect(cli.calls.at(-1)).toContain('org open --target-org convox');
    expect(JSON.stringify(result)).not.toContain('secret-link');
    const count = (object: string): number => desk.org.store.count({ object });
    expect([
        count('ConVox_Server__c'),
        count('ConVox_Process__c'),
        count('ConVox_Disposition__c'),
        count('ConVox_Agent__c')
    ]).toEqual([1, 2, 9, 1]);
    expect([count('Account'), count('Contact'), count('Lead'), count('PermissionSetAssignment')]).toEqual([
        5, 12, 6, 2
    ]);
});

test('a package that the scratch org refuses is told, and the org stays for a look', async () => {
    const cli = scriptedCli({
        'org create scratch': [{ username: ADMIN_USERNAME }],
        'project deploy start': [{ id: '0Af1' }],
        'project deploy report': [
            { ...succeeded, status: 'Failed', details: { componentFailures: [{ fullName: 'A', problem: 'no' }] } }
        ]
    });
    expect(await desk.run('scratch --dev-hub hub', { runProcess: cli.run })).toMatchObject({
        code: 1,
        noted: expect.stringMatching(/scratch org convox is there[^]*A: no/)
    });
});

test('the Dev Hub has to be named, and the days have to be days', async () => {
    expect(await runLine('scratch', {})).toMatchObject({ code: 2, noted: expect.stringContaining('--dev-hub') });
    expect(await runLine('scratch --dev-hub hub --days 31', {})).toMatchObject({ code: 2 });
});
