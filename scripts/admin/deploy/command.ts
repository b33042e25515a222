import type { Connection } from '@jsforce/jsforce-node';
import type { PackagePart } from '../../local/metadata/packageParts.ts';
import { packageParts, partFolders, usualParts } from '../../local/metadata/packageParts.ts';
import type { Command, Desk, Invocation, Outcome } from '../cli/command.ts';
import { AdminError, dryRun, targetOrg, UsageError } from '../cli/command.ts';
import { createSalesforceCli } from '../cli/salesforceCli.ts';
import { metadataFiles } from '../../local/metadata/metadataFiles.ts';
import type { NamedCredential } from '../configure/credential.ts';
import { readNamedCredential, writeCalloutUrl } from '../configure/credential.ts';
import { activateLatest } from '../org/flowVersions.ts';
import { readOrganization } from '../org/organization.ts';
import { readPackageFacts } from '../verify/packageFacts.ts';
import { buildPackage } from './build.ts';
import type { ComponentFailure, DeployReport } from './deployment.ts';
import { deployPackage, failureLine } from './deployment.ts';

export const deployCommand: Command = {
    name: 'deploy',
    summary: 'build the package and bring it into an org',
    options: {
        'target-org': targetOrg,
        parts: {
            type: 'string',
            value: '<names>',
            summary: `what to deploy, of ${packageParts.map(({ name }) => name).join(',')}; ${usualParts.map(({ name }) => name).join(',')} when left out`
        },
        'dry-run': dryRun('let the org validate the package, save nothing'),
        production: {
            type: 'boolean',
            summary: 'deploy the package into a production org all the same'
        }
    },
    notes: `Three parts go up together: the package (force-app), the rights and sharing rules that a package version could not carry
(config/org), and the Hindi texts (config/hindi). Where a package version is installed, --parts hindi brings the texts.
An org with person accounts takes one more: --parts persons (config/persons) lets callers be found by the phones of persons. One whose cases have a phone of their own may take --parts cases (config/cases). The package has no Apex, so that no tests have to run.

A production org takes flows switched off, or the versions of before stay active, and asks for Apex tests otherwise; so a package
version is the way into production (docs/install.md), and deploy refuses there. With --production it deploys, and activates
the latest version of every flow right afterwards; agents should not work in these minutes.

The address of the Named Credential ConVox is part of the package; a
deployment would put back the placeholder, so that the address that the org has now is entered again at the end.`,
    run
};

const TRANSLATIONS: ReadonlySet<string> = new Set(['Translations', 'CustomObjectTranslation']);
const LANGUAGE_ADVICE =
    'Hindi is a platform-only language: in Setup, enable platform-only languages in Language Settings and the translation workbench in Translation Language Settings, add Hindi there, and deploy again. Or leave it out: --parts package,org';

async function run(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const target = invocation.text('target-org');
    if (target === undefined) {
        throw new UsageError('Name the org: --target-org <alias>');
    }
    const parts = chosenParts(invocation.text('parts'));
    const isTrial = invocation.isSet('dry-run');
    const connection = await desk.connect(target);
    const bringsFlows = parts.some(({ name }) => ['package', 'persons', 'cases'].includes(name));
    if (bringsFlows && !isTrial && !invocation.isSet('production')) {
        await refuseProduction(connection);
    }
    const before = await readNamedCredential(connection);
    await buildPackage(desk);
    const deployment = { target, parts, dryRun: isTrial };
    const report = await deployPackage(createSalesforceCli(desk.run), deployment, desk);
    const isDone = !isTrial && report.status === 'Succeeded';
    return outcome(report, isTrial, isDone ? await finish(connection, before, parts, desk) : nothing);
}

/** What a deployment leaves to be done: the address that it replaced, and flows that the org took switched off. */
async function finish(
    connection: Connection,
    before: NamedCredential | undefined,
    parts: readonly PackagePart[],
    desk: Desk
): Promise<Afterwards> {
    const keptUrl = before && (await keepUrl(connection, before));
    const { activeFlows } = readPackageFacts(partFolders(desk.root, packageParts));
    const brought = metadataFiles(partFolders(desk.root, parts), '.flow-meta.xml').map(({ name }) => name);
    return {
        keptUrl,
        activated: await activateLatest(
            connection,
            activeFlows.filter((name) => brought.includes(name))
        )
    };
}

/** @throws AdminError that says why, and what to do instead */
async function refuseProduction(connection: Connection): Promise<void> {
    const { name, edition, isProduction } = await readOrganization(connection);
    if (isProduction) {
        throw new AdminError(
            `${name} (${edition}) is a production org. There the flows of a deployment arrive switched off, and after an upgrade the old ones stay active.`,
            [
                'Install a package version instead: docs/install.md, “As a package”.',
                'Or let this command activate the flows right after the deployment: add --production, outside working hours.'
            ]
        );
    }
}

function chosenParts(names: string | undefined): readonly PackagePart[] {
    const wanted = names?.split(',');
    const unknown = wanted?.filter((name) => !packageParts.some((part) => part.name === name)) ?? [];
    if (unknown.length > 0) {
        throw new UsageError(`There is no part called ${unknown.join(', ')}.`);
    }
    return wanted ? packageParts.filter(({ name }) => wanted.includes(name)) : usualParts;
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

interface Afterwards {
    /** The address that was entered again. */
    readonly keptUrl: string | undefined;
    /** Flows whose latest version was made the active one. */
    readonly activated: readonly string[];
}

const nothing: Afterwards = { keptUrl: undefined, activated: [] };

function outcome(report: DeployReport, isTrial: boolean, { keptUrl, activated }: Afterwards): Outcome {
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
            ...adviceOn(failures),
            ...(keptUrl === undefined ? [] : [`The Named Credential ConVox has its address again: ${keptUrl}`]),
            ...(activated.length === 0 ? [] : [`Activated: ${activated.join(', ')}`]),
            ...(ok && !isTrial ? ['Next: docs/install.md, step 3'] : [])
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
            keptUrl: keptUrl ?? null,
            activated: [...activated]
        }
    };
}

function adviceOn(failures: readonly ComponentFailure[]): string[] {
    const isAboutLanguages = failures.some(
        ({ componentType }) => componentType !== undefined && TRANSLATIONS.has(componentType)
    );
    return isAboutLanguages ? [LANGUAGE_ADVICE] : [];
}
