import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { AdminError } from '../cli/command.ts';
import type { PackagePart } from '../../local/metadata/packageParts.ts';
import type { Desk } from '../cli/command.ts';
import { createProgress } from '../cli/progress.ts';
import type { SalesforceCli } from '../cli/salesforceCli.ts';

const begun = z.object({ id: z.string() });

const failure = z.object({
    fullName: z.string(),
    componentType: z.string().optional(),
    problem: z.string().optional(),
    lineNumber: z.union([z.string(), z.number()]).optional(),
    fileName: z.string().optional()
});
export type ComponentFailure = z.infer<typeof failure>;

const report = z.object({
    id: z.string(),
    status: z.string(),
    numberComponentsDeployed: z.coerce.number().default(0),
    numberComponentsTotal: z.coerce.number().default(0),
    numberComponentErrors: z.coerce.number().default(0),
    errorMessage: z.string().optional(),
    // One failure is an object, several are a list, none is left out: what became of XML.
    details: z
        .object({ componentFailures: z.union([z.array(failure), failure.transform((one) => [one])]).default([]) })
        .default({ componentFailures: [] })
});
export type DeployReport = z.infer<typeof report>;

const UNDER_WAY = new Set(['Pending', 'InProgress', 'Queued', 'Canceling', 'FinalizingDeploy', 'FinalizingFailed']);
const LOOK_EVERY = 3000;

export interface Deployment {
    /** Alias or user name of the org. */
    readonly target: string;
    readonly parts: readonly PackagePart[];
    readonly dryRun: boolean;
}

/**
 * Deploys these parts of the product, or only lets the org validate them, and waits for the end.
 * @throws AdminError in the CLI's words when the deployment cannot begin, or when the user interrupts
 */
export async function deployPackage(
    cli: SalesforceCli,
    { target, parts, dryRun }: Deployment,
    { terminal, clock, interrupted, shortestWait: lookEvery = LOOK_EVERY }: Desk
): Promise<DeployReport> {
    const org = ['--target-org', target];
    const { id } = await cli.json(
        [
            'project',
            'deploy',
            'start',
            ...parts.flatMap(({ folder }) => ['--source-dir', folder]),
            '--ignore-conflicts',
            '--async',
            ...org,
            ...(dryRun ? ['--dry-run'] : [])
        ],
        begun
    );
    const progress = createProgress(terminal, clock, dryRun ? 'Validating' : 'Deploying');
    for (;;) {
        const now = await cli.json(['project', 'deploy', 'report', '--job-id', id, ...org], report, { mayFail: true });
        if (!UNDER_WAY.has(now.status)) {
            progress.finish(now.numberComponentsDeployed, now.numberComponentsTotal);
            return now;
        }
        progress.show(now.numberComponentsDeployed, now.numberComponentsTotal);
        await pause(lookEvery, undefined, { signal: interrupted }).catch(() => {
            throw new AdminError('Interrupted. The org goes on deploying.', [
                `See how it ends: npm run sf -- project deploy report --job-id ${id} --target-org ${target}`,
                `Or stop it: npm run sf -- project deploy cancel --job-id ${id} --target-org ${target}`
            ]);
        });
    }
}

export function failureLine({ componentType, fullName, problem, lineNumber, fileName }: ComponentFailure): string {
    const place = [fileName, lineNumber].filter((part) => part !== undefined && part !== '').join(':');
    return `${componentType ?? ''} ${fullName}: ${problem ?? 'refused'}${place === '' ? '' : ` (${place})`}`.trim();
}
