import { z } from 'zod';
import type { Command, Desk, Invocation, Outcome } from '../cli/command.ts';
import { AdminError, UsageError } from '../cli/command.ts';
import type { SalesforceCli } from '../cli/salesforceCli.ts';
import { createSalesforceCli } from '../cli/salesforceCli.ts';
import { wholeNumber } from '../cli/values.ts';
import { applyPlan } from '../configure/applyPlan.ts';
import { desiredRows } from '../configure/desiredRows.ts';
import { readOrgState } from '../configure/orgState.ts';
import { planChanges } from '../configure/plan.ts';
import { buildPackage } from '../deploy/build.ts';
import { deployPackage, failureLine } from '../deploy/deployment.ts';
import { createSampleCustomers, sampleConfig } from './sampleData.ts';
import { usualParts } from '../../local/metadata/packageParts.ts';

const DEFINITION = 'config/project-scratch-def.json';
const DAYS = 7;
const MOST_DAYS = 30;

export const scratchCommand: Command = {
    name: 'scratch',
    summary: 'make a scratch org with the package, sample set-up and sample customers, and open it',
    options: {
        'target-org': {
            type: 'string',
            value: '<alias>',
            summary: 'alias that the new org gets; convox when left out'
        },
        'dev-hub': {
            type: 'string',
            value: '<alias>',
            summary: 'alias or user name of the Dev Hub that makes the org'
        },
        days: {
            type: 'string',
            value: '<number>',
            summary: `days until the org expires, up to ${MOST_DAYS}; ${DAYS} when left out`
        },
        'no-open': { type: 'boolean', summary: 'do not open it in a browser' }
    },
    notes: `The org is made from ${DEFINITION}. Its user becomes the agent AG_ASHA and administrator. What needs a ConVox server, address
and key of the gateway, stays to be entered.`,
    run
};

async function run(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const hub = invocation.text('dev-hub');
    if (hub === undefined) {
        throw new UsageError('Name the Dev Hub: --dev-hub <alias>');
    }
    const alias = invocation.text('target-org') ?? 'convox';
    const days = wholeNumber(invocation, 'days', DAYS, MOST_DAYS);
    const cli = createSalesforceCli(desk.run);
    await buildPackage(desk);
    const username = await createScratchOrg(cli, { alias, hub, days }, desk);
    await deploy(cli, alias, desk);
    const customers = await seed(alias, username, desk);
    if (!invocation.isSet('no-open')) {
        // Its answer holds a link that signs whoever has it in; it is not shown.
        await cli.json(
            ['org', 'open', '--target-org', alias, '--path', 'lightning/app/c__ConVox_Console'],
            z.unknown()
        );
    }
    return {
        ok: true,
        lines: [
            `The scratch org ${alias} (${username}) has the package, the sample set-up and ${customers} customers. It expires in ${days} days.`,
            `Open it again: npm run sf -- org open --target-org ${alias}`,
            `Give it back: npm run sf -- org delete scratch --target-org ${alias}`
        ],
        document: { alias, username, days, customers }
    };
}

async function createScratchOrg(
    cli: SalesforceCli,
    { alias, hub, days }: { alias: string; hub: string; days: number },
    { terminal }: Desk
): Promise<string> {
    terminal.note('Making the scratch org, which takes a few minutes ...');
    const { username } = await cli.json(
        [
            ...['org', 'create', 'scratch', '--definition-file', DEFINITION, '--alias', alias],
            ...['--duration-days', String(days), '--target-dev-hub', hub, '--wait', '20']
        ],
        z.object({ username: z.string() })
    );
    return username;
}

async function deploy(cli: SalesforceCli, target: string, desk: Desk): Promise<void> {
    const { status, details } = await deployPackage(cli, { target, parts: usualParts, dryRun: false }, desk);
    if (status !== 'Succeeded') {
        throw new AdminError(
            `The scratch org ${target} is there, but it refused the package (${status}).`,
            details.componentFailures.map(failureLine)
        );
    }
}

/** Set-up and customers; returns how many customers. */
async function seed(alias: string, username: string, { connect, terminal }: Desk): Promise<number> {
    terminal.note('Filling in the sample set-up and customers ...');
    const connection = await connect(alias);
    const config = sampleConfig(username);
    const rows = desiredRows(config);
    const org = await readOrgState(connection, { users: [username], grants: Object.keys(config.permissions) });
    await applyPlan(connection, planChanges(config, rows, org));
    return createSampleCustomers(connection);
}
