import type { Connection } from '@jsforce/jsforce-node';
import type { Command, Desk, Invocation, Outcome } from '../cli/command.ts';
import { dryRun, targetOrg, UsageError } from '../cli/command.ts';
import { createSalesforceCli } from '../cli/salesforceCli.ts';
import type { NamedCredential } from '../configure/credential.ts';
import { readNamedCredential, writeCalloutUrl } from '../configure/credential.ts';
import { buildPackage } from './build.ts';
import type { DeployReport } from './deployment.ts';
import { deployPackage, failureLine } from './deployment.ts';

export const deployCommand: Command = {
    name: 'deploy',
    summary: 'build the package and bring it into an org',
    options: {
        'target-org': targetOrg,
        'dry-run': dryRun('let the org validate the package, save nothing')
    },
    notes: `The package has no Apex, so that no tests have to run. The address of the Named Credential ConVox is part of the package; a
deployment would put back the placeholder, so that the address that the org has now is entered again at the end.`,
    run
};

async function run(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const target = invocation.text('target-org');
    if (target === undefined) {
        throw new UsageError('Name the org: --target-org <alias>');
    }
    const isTrial = invocation.isSet('dry-run');
    const connection = await desk.connect(target);
    const before = await readNamedCredential(connection);
    await buildPackage(desk);
    const lookEvery = desk.shortestWait === undefined ? {} : { lookEvery: desk.shortestWait };
    const report = await deployPackage(createSalesforceCli(desk.run), { target, dryRun: isTrial, ...lookEvery }, desk);
    const kept = !isTrial && report.status === 'Succeeded' && before ? await keepUrl(connection, before) : undefined;
    return outcome(report, isTrial, kept);
}

/** Enters the address again that the deployment replaced by the packaged one. */
async function keepUrl(connection: Connection, before: NamedCredential): Promise<string | undefined> {
    const after = await readNamedCredential(connection);
    if (!after || after.calloutUrl === before.calloutUrl) {
        return undefined;
    }
    await writeCalloutUrl(connection, after, before.calloutUrl);
    return before.calloutUrl;
}

function outcome(report: DeployReport, isTrial: boolean, keptUrl: string | undefined): Outcome {
    const { id, status, numberComponentsDeployed: deployed, numberComponentsTotal: total } = report;
    const failures = report.details.componentFailures;
    const ok = status === 'Succeeded';
    const headline = ok
        ? `${isTrial ? 'The org would take' : 'The org has taken'} all ${total} components.`
        : `${isTrial ? 'The org would refuse' : 'The org refused'} the package (${status}). ${report.errorMessage ?? ''}`.trim();
    return {
        ok,
        lines: [
            headline,
            ...failures.map((failure) => `  ${failureLine(failure)}`),
            ...(keptUrl === undefined ? [] : [`The Named Credential ConVox has its address again: ${keptUrl}`]),
            ...(ok && !isTrial ? ['Next: npm run org -- configure <file.yaml> --target-org <alias>'] : [])
        ],
        document: {
            dryRun: isTrial,
            id,
            status,
            components: { deployed, total },
            failures: failures.map(({ fullName, componentType, problem, fileName }) => ({
                component: fullName,
                type: componentType ?? null,
                problem: problem ?? null,
                file: fileName ?? null
            })),
            keptUrl: keptUrl ?? null
        }
    };
}
