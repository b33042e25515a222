import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import type { AdminOrg } from '../testing/adminOrg.ts';
import { openAdminOrg } from '../testing/adminOrg.ts';
import type { SignedInCli } from '../testing/signedInCli.ts';
import { signInCli } from '../testing/signedInCli.ts';
import { commandLines } from './markdown.ts';

const guide = readFileSync(join(root, 'docs', 'uninstall.md'), 'utf8');
const commands = [...new Set(commandLines(guide))];

const TRIAL = 'npm run admin -- remove --target-org convox --export-to before-uninstalling --dry-run';
const REMOVE = 'npm run admin -- remove --target-org convox --export-to uninstalled';
const DELETE =
    'npm run sf -- project deploy start --manifest uninstalled/removal/package.xml --post-destructive-changes uninstalled/removal/destructiveChanges.xml --target-org convox --wait 30';
const CHECK = `${DELETE} --dry-run`;

let desk: AdminOrg;
let cli: SignedInCli;

beforeAll(async () => {
    desk = await openAdminOrg();
    cli = await signInCli(desk, 'convox');
}, 120_000);
afterAll(() => desk.close());

/** The command with the real Salesforce CLI, on the files that `remove` has written. */
async function sf(command: string, exported = 'uninstalled'): Promise<{ code: number; output: string }> {
    const line = command.replace('npm run sf -- ', '').replaceAll('uninstalled/', `${desk.folder}/${exported}/`);
    const { code, stdout, stderr } = await cli.sf(line);
    return { code, output: `${stdout}\n${stderr}` };
}

async function remove(command: string): Promise<string[]> {
    const { code, printed, noted } = await desk.run(command.replace('npm run admin -- ', ''), {
        runProcess: cli.run
    });
    expect({ code, printed, noted }).toMatchObject({ code: 0 });
    return printed.split('\n').filter((line) => line !== '');
}

const objectsOfThePackage = (): string[] =>
    [...desk.org.schema.objects.keys()].filter((name) => /^ConVox_\w+__c$/.test(name)).toSorted();
const objectsExported = (lines: readonly string[]): string[] =>
    lines.flatMap((line) => /^(\w+__c): \d+ rows? exported$/.exec(line)?.[1] ?? []).toSorted();

/** Commands that cannot be run here, each with the reason. */
const notHere: Readonly<Record<string, string>> = {
    'npm run gateway -- status': 'asks the journal of a gateway, of which journalCommands.ts has tests',
    'npm run sf -- package uninstall --package 04tXXXXXXXXXXXXXXX --target-org convox --wait 20':
        'needs a package version, which a Dev Hub makes'
};

describe('docs/uninstall.md, from its first command to its last', () => {
    test('every command is run here or has a reason why not', () => {
        expect(commands.toSorted()).toEqual([TRIAL, REMOVE, CHECK, DELETE, ...Object.keys(notHere)].toSorted());
        const places = [TRIAL, REMOVE, CHECK].map((command) => guide.indexOf(command));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
    });

    test('the trial says how many rows of each object it exported, and changes nothing', async () => {
        const lines = await remove(TRIAL);
        expect(objectsExported(lines)).toEqual(objectsOfThePackage());
        expect(lines.slice(objectsExported(lines).length)).toEqual([
            expect.stringMatching(/^Permissions and memberships to be taken away: [1-9]\d*$/),
            'Nothing was changed.',
            expect.stringMatching(
                /^The export is in \S+before-uninstalling, and the list .* docs\/uninstall\.md, step 3\.$/
            )
        ]);
    });

    test('before the flows are switched off, the org would not delete them', async () => {
        const { code, output } = await sf(CHECK, 'before-uninstalling');
        expect(code).toBe(1);
        expect(output).toContain('switch it off first');
    }, 120_000);

    test('every row is exported before anything else, then permissions go and flows are switched off', async () => {
        const lines = await remove(REMOVE);
        expect(objectsExported(lines)).toEqual(objectsOfThePackage());
        expect(lines.slice(objectsExported(lines).length)).toEqual([
            expect.stringMatching(/^Permissions and memberships taken away: [1-9]\d*$/),
            expect.stringMatching(/^Flows switched off: [1-9]\d*$/),
            expect.stringMatching(/^The export is in \S+uninstalled, and the list .* docs\/uninstall\.md, step 3\.$/)
        ]);
    });

    test('the org has everything by its name that it is to delete, and would delete it', async () => {
        const { code, output } = await sf(CHECK);
        expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/Status: Succeeded/) });
        expect(output).toContain('Dry-run complete.');
    }, 120_000);

    test('the local org itself deletes no metadata, and says so', async () => {
        const { code, output } = await sf(DELETE);
        expect({ code, output }).toMatchObject({
            code: 1,
            output: expect.stringContaining('The local org deletes no metadata')
        });
    }, 120_000);
});
