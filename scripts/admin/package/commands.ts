import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Command, Desk, Invocation, Option, Outcome } from '../cli/command.ts';
import { AdminError, UsageError } from '../cli/command.ts';
import type { SalesforceCli } from '../cli/salesforceCli.ts';
import { createSalesforceCli } from '../cli/salesforceCli.ts';
import { buildPackage } from '../deploy/build.ts';

const PACKAGE = 'ConVox';

const devHub: Option = {
    type: 'string',
    value: '<alias>',
    summary: 'alias or user name of the Dev Hub that owns the package'
};

export const packageVersionCreateCommand: Command = {
    name: 'package version create',
    summary: 'build the package and create a version of it',
    options: {
        'target-org': devHub,
        'installation-key-from': {
            type: 'string',
            value: '<variable>',
            summary: 'environment variable with the key that installing asks for; nobody is asked for one when left out'
        }
    },
    notes: `The version number comes from sfdx-project.json. The version is created with code coverage worked out, which promoting asks
for even though the package has no Apex.`,
    run: create
};

export const packageVersionPromoteCommand: Command = {
    name: 'package version promote',
    summary: 'release a version, so that production orgs take it',
    takes: '<04t id or alias>',
    options: { 'target-org': devHub },
    run: promote
};

const projectFile = z.object({ packageAliases: z.record(z.string(), z.string()).default({}) });

const creation = z.object({
    Id: z.string(),
    Status: z.string(),
    SubscriberPackageVersionId: z.string().nullish(),
    Error: z.array(z.union([z.string(), z.object({ Message: z.string() })])).nullish()
});
type Creation = z.infer<typeof creation>;
const creations = z
    .union([
        creation,
        z
            .array(creation)
            .min(1)
            .transform(([first]) => first)
    ])
    .transform((one, context) => {
        if (one === undefined) {
            context.addIssue('no creation');
            return z.NEVER;
        }
        return one;
    });

const LOOK_EVERY = 20_000;

async function create(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const hub = hubOf(invocation);
    const { packageAliases } = projectFile.parse(
        JSON.parse(readFileSync(join(desk.root, 'sfdx-project.json'), 'utf8'))
    );
    if (packageAliases[PACKAGE] === undefined) {
        throw new AdminError(`The Dev Hub's package ${PACKAGE} is not in sfdx-project.json yet.`, [
            `Create it once: npm run sf -- package create --name ${PACKAGE} --package-type Unlocked --path force-app --target-dev-hub ${hub}`,
            'That adds packageAliases to sfdx-project.json; commit it.'
        ]);
    }
    const key = installationKey(invocation, desk);
    await buildPackage(desk);
    const cli = createSalesforceCli(desk.run);
    const begun = await cli.json(
        ['package', 'version', 'create', '--package', PACKAGE, '--code-coverage', ...key, '--target-dev-hub', hub],
        creations
    );
    const end = await waitFor(begun, hub, cli, desk);
    const ok = end.Status === 'Success';
    const id = end.SubscriberPackageVersionId ?? null;
    const errors = (end.Error ?? []).map((error) => (typeof error === 'string' ? error : error.Message));
    return {
        ok,
        lines: ok
            ? [
                  `Version ${id} is there.`,
                  `Try it: npm run sf -- package install --package ${id} --target-org <alias> --wait 20`,
                  `Release it: npm run admin -- package version promote ${id} --target-org ${hub}`
              ]
            : [`The version could not be created (${end.Status}).`, ...errors.map((error) => `  ${error}`)],
        document: { status: end.Status, version: id, errors }
    };
}

/** The key goes to the CLI on its command line, which is how it takes one; it is not shown. */
function installationKey(invocation: Invocation, { environment }: Desk): string[] {
    const variable = invocation.text('installation-key-from');
    if (variable === undefined) {
        return ['--installation-key-bypass'];
    }
    const key = environment[variable];
    if (key === undefined || key === '') {
        throw new AdminError(`The environment variable ${variable} holds no installation key.`);
    }
    return ['--installation-key', key];
}

async function waitFor(
    begun: Creation,
    hub: string,
    cli: SalesforceCli,
    { terminal, interrupted, shortestWait }: Desk
): Promise<Creation> {
    for (let now = begun; ;) {
        if (now.Status === 'Success' || now.Status === 'Error') {
            return now;
        }
        terminal.progress(`Creating the version: ${now.Status}`);
        await pause(shortestWait ?? LOOK_EVERY, undefined, { signal: interrupted }).catch(() => {
            throw new AdminError('Interrupted. The Dev Hub goes on creating the version.', [
                `See how it ends: npm run sf -- package version create report --package-create-request-id ${now.Id} --target-dev-hub ${hub}`
            ]);
        });
        now = await cli.json(
            ['package', 'version', 'create', 'report', '--package-create-request-id', now.Id, '--target-dev-hub', hub],
            creations,
            { mayFail: true }
        );
    }
}

async function promote(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const [version, ...others] = invocation.positionals;
    if (version === undefined || others.length > 0) {
        throw new UsageError('Name one version: its 04t id, or its alias in sfdx-project.json.');
    }
    const result = await createSalesforceCli(desk.run).json(
        ['package', 'version', 'promote', '--package', version, '--no-prompt', '--target-dev-hub', hubOf(invocation)],
        z.object({ id: z.string(), success: z.boolean() })
    );
    return {
        ok: result.success,
        lines: [result.success ? `Version ${version} is released.` : `Version ${version} was not released.`],
        document: { version, released: result.success }
    };
}

function hubOf(invocation: Invocation): string {
    const hub = invocation.text('target-org');
    if (hub === undefined) {
        throw new UsageError('Name the Dev Hub: --target-org <alias>');
    }
    return hub;
}
