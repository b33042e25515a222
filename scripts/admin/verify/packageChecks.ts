import { z } from 'zod';
import type { Check, CheckContext } from './check.ts';
import { readFlowVersions } from '../org/flowVersions.ts';
import { queryRows } from '../org/rows.ts';
import { allThere, DEPLOY, no, yes } from './check.ts';

const described = z.object({ fields: z.array(z.object({ name: z.string() })) });
const tooling = z.object({ records: z.array(z.object({ DeveloperName: z.string() })) });

async function deployedNames({ connection }: CheckContext, soql: string): Promise<Set<string>> {
    const { records } = tooling.parse(await connection.tooling.query(soql, { autoFetch: true, maxFetch: 10_000 }));
    return new Set(records.map(({ DeveloperName }) => DeveloperName));
}

async function missingFields({ connection, facts }: CheckContext): Promise<string[]> {
    const missing = await Promise.all(
        [...facts.fields].map(async ([object, fields]) => {
            try {
                const has = new Set(described.parse(await connection.describe(object)).fields.map(({ name }) => name));
                return fields.filter((field) => !has.has(field)).map((field) => `${object}.${field}`);
            } catch {
                return [object];
            }
        })
    );
    return missing.flat();
}

/** Whether all of the package is in the org. */
export const packageChecks: readonly Check[] = [
    {
        id: 'version',
        about: 'health',
        question: 'Is the package in the org of the same version as these commands?',
        run: async ({ connection, version }) => {
            const [set] = await queryRows(
                connection,
                "SELECT Description FROM PermissionSet WHERE Name = 'ConVox_Admin'",
                z.object({ Description: z.string().nullable() })
            );
            const there = /(\d+\.\d+\.\d+)\.$/.exec(set?.Description ?? '')?.[1];
            const evidence = `the description of the permission set ConVox Admin says ${there ?? 'none'}`;
            return there === version
                ? yes(evidence)
                : no(
                      `${evidence}, these commands are ${version}`,
                      `Bring the other up to it: docs/upgrade.md. ${DEPLOY}`
                  );
        }
    },
    {
        id: 'fields',
        about: 'health',
        question: 'Is every object and field of the package there?',
        run: async (context) => {
            const total = [...context.facts.fields.values()].flat().length;
            return allThere(
                'fields',
                await missingFields(context),
                total,
                `Deploy the package, and sign in as a user who may see its fields: ${DEPLOY}`
            );
        }
    },
    {
        id: 'flows',
        about: 'health',
        question: 'Is every flow of the package active, in its latest version?',
        run: async ({ connection, facts: { activeFlows } }) => {
            const flows = await readFlowVersions(connection);
            const wrong = activeFlows.flatMap((name) => {
                const { active, latest } = flows.get(name) ?? { active: undefined, latest: undefined };
                if (active === null) {
                    return [`${name} (switched off)`];
                }
                return active !== undefined && active === latest
                    ? []
                    : [active === undefined ? name : `${name} (an older version is active)`];
            });
            return allThere(
                'active flows',
                wrong,
                activeFlows.length,
                `Activate their latest version in Setup, Flows (/lightning/setup/Flows/home), or ${DEPLOY}`
            );
        }
    },
    {
        id: 'components',
        about: 'health',
        question: 'Is every Lightning component of the package there?',
        run: async (context) => {
            const { components } = context.facts;
            const there = await deployedNames(
                context,
                "SELECT DeveloperName FROM LightningComponentBundle WHERE DeveloperName LIKE 'convox%'"
            );
            return allThere(
                'components',
                components.filter((name) => !there.has(name)),
                components.length,
                DEPLOY
            );
        }
    }
];
