import type { Connection } from '@jsforce/jsforce-node';
import type { PackagePart } from '../../metadata/packageParts.ts';
import { packageParts } from '../../metadata/packageParts.ts';
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
        parts: {
            type: 'string',
            value: '<names>',
            summary: `what to deploy, all when left out: ${packageParts.map(({ name }) => name).join(',')}`
        },
        'dry-run': dryRun('let the org validate the package, save nothing')
    },
    notes: `Three parts go up together: the package (force-app), the rights and sharing rules that a package version could not carry
(config/org), and the Hindi texts (config/hindi). Where a package version is installed, --parts hindi brings the texts. The package has no Apex, so that no tests have to run. The address of the Named Credential ConVox is part of the package; a
deployment would put back the placeholder, so that the address that the org has now is entered again at the end.`,
    run
};

const TRANSLATIONS: ReadonlySet<string> = new Set(['Translations', 'CustomObjectTranslation']);
const LANGUAGE_ADVICE =
    'Hindi is a platform-only language: in Setup, Translation Language Settings, enable the translation workbench and platform-only languages, add Hindi, and deploy again. Or leave it out: --parts package,org';

async function run(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const target = invocation.text('target-org');
    if (target === undefined) {
        throw new UsageError('Name the org: --target-org <alias>');
    }
    const parts = chosenParts(invocation.text('parts'));
    const isTrial = invocation.isSet('dry-run');
    const connection = await desk.connect(target);
    const before = await readNamedCredential(connection);
    await buildPackage(desk);
    const lookEvery = desk.shortestWait === undefined ? {} : { lookEvery: desk.shortestWait };
    const deployment = { target, parts, dryRun: isTrial, ...lookEvery };
    const report = await deployPackage(createSalesforceCli(desk.run), deployment, desk);
    const kept = !isTrial && report.status === 'Succeeded' && before ? await keepUrl(connection, before) : undefined;
    return outcome(report, isTrial, kept);
}

function chosenParts(names: string | undefined): readonly PackagePart[] {
    const wanted = names?.split(',');
    const unknown = wanted?.filter((name) => !packageParts.some((part) => part.name === name)) ?? [];
    if (unknown.length > 0) {
        throw new UsageError(`There is no part called ${unknown.join(', ')}.`);
    }
    return packageParts.filter(({ name }) => wanted?.includes(name) !== false);
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
            ...(failures.some(({ componentType }) => componentType !== undefined && TRANSLATIONS.has(componentType))
                ? [LANGUAGE_ADVICE]
                : []),
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
