import { packageParts } from '../../local/metadata/packageParts.ts';
import { AdminError, UsageError } from '../cli/command.ts';
import type { Desk } from '../cli/command.ts';
import { createSalesforceCli } from '../cli/salesforceCli.ts';
import { deployPackage, failureLine } from '../deploy/deployment.ts';

/** The rights and sharing rules that an installed package version has not brought. */
const orgPart = packageParts.filter(({ name }) => name === 'org');

/**
 * Deploys them.
 * @throws AdminError in the org's words when it refuses them
 */
export async function deployOrgPart(target: string | undefined, desk: Desk): Promise<void> {
    if (target === undefined) {
        throw new UsageError(
            'The org still lacks the rights of config/org. Name it, to bring them: --target-org <alias>'
        );
    }
    const { status, details } = await deployPackage(
        createSalesforceCli(desk.run),
        { target, parts: orgPart, dryRun: false },
        desk
    );
    if (status !== 'Succeeded') {
        throw new AdminError(
            `The org refused the rights and sharing rules of config/org (${status}). Nothing was configured.`,
            details.componentFailures.map(failureLine)
        );
    }
}
