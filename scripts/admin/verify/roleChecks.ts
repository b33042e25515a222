import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { orgRightsOf } from '../../local/metadata/packageParts.ts';
import { queryRows } from '../org/rows.ts';
import { watchCommand } from './commandChecks.ts';
import type { Check, CheckContext, Finding, Role, RoleSession } from './check.ts';
import { CONFIGURE, no, yes } from './check.ts';
import { askDocuments } from './interfaceChecks.ts';
import { collectionUpsert } from './upserts.ts';

const RIGHTS = `Compare the user's permission sets with docs/security.md, and the licence with docs/install.md. ${CONFIGURE}`;

const described = z.object({
    createable: z.boolean(),
    updateable: z.boolean(),
    fields: z.array(z.object({ name: z.string(), updateable: z.boolean() }))
});
const flowResult = z.array(z.object({ isSuccess: z.boolean(), outputValues: z.record(z.string(), z.unknown()) }));

function sessionOf({ sessions }: CheckContext, role: Role): RoleSession {
    const session = sessions[role];
    if (session === undefined) {
        throw new Error(`There is no session as the ${role}.`);
    }
    return session;
}

/** What a describe in the session does not allow, of all that the permission sets grant. */
async function missingRights(session: Connection, { facts }: CheckContext, sets: readonly string[]): Promise<string[]> {
    const granted = facts.rights.filter(({ name }) => sets.includes(name));
    const missing: string[] = [];
    for (const object of new Set(granted.flatMap(({ objects }) => [...objects.keys()]))) {
        // A credential's user rights have no describe of their own: that a command comes back shows them.
        if (object === 'UserExternalCredential') {
            continue;
        }
        try {
            const seen = described.parse(await session.describe(object));
            missing.push(...granted.flatMap((set) => refused(object, set, seen)));
        } catch {
            missing.push(object);
        }
    }
    return [...new Set(missing)];
}

function refused(
    object: string,
    { objects, fields }: CheckContext['facts']['rights'][number],
    seen: z.infer<typeof described>
): string[] {
    const access = objects.get(object);
    const own = new Map(seen.fields.map(({ name, updateable }) => [name, updateable]));
    return [
        ...(access?.create === true && !seen.createable ? [`create ${object}`] : []),
        ...(access?.edit === true && !seen.updateable ? [`edit ${object}`] : []),
        ...[...fields]
            .filter(([path]) => path.startsWith(`${object}.`))
            .map(([path, { editable }]) => ({ path, editable, isUpdateable: own.get(path.slice(object.length + 1)) }))
            .filter(({ editable, isUpdateable }) => isUpdateable === undefined || (editable && !isUpdateable))
            .map(({ path, isUpdateable }) => (isUpdateable === undefined ? path : `edit ${path}`))
    ];
}

async function rightsFinding(role: Role, set: string, context: CheckContext): Promise<Finding> {
    const { connection, user } = sessionOf(context, role);
    const { name } = await user();
    const missing = await missingRights(connection, context, [set, ...orgRightsOf(set)]);
    const shown = missing.slice(0, 8).join(', ');
    return missing.length === 0
        ? yes(`${name} has everything that ${set} grants`)
        : no(`${name} may not: ${shown}${missing.length > 8 ? `, and ${missing.length - 8} more` : ''}`, RIGHTS);
}

const checks: readonly (Check & { readonly as: Role })[] = [
    {
        id: 'agent-rights',
        about: 'health',
        as: 'agent',
        question: 'Does the org let the agent see and write what agents need?',
        run: (context) => rightsFinding('agent', 'ConVox_Agent', context)
    },
    {
        id: 'agent-flow',
        about: 'health',
        as: 'agent',
        question: 'May the agent run the flow that sends commands?',
        run: async (context) => {
            const { connection: session } = sessionOf(context, 'agent');
            // No command has this id, so that the flow ends before it would send anything.
            const [result] = flowResult.parse(
                await session.request<unknown>({
                    method: 'POST',
                    url: `/services/data/v${session.version}/actions/custom/flow/ConVox_Send_Command`,
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify({ inputs: [{ commandId: '000000000000000AAA' }] })
                })
            );
            const status = result?.outputValues['status'];
            const evidence = `the flow answered ${JSON.stringify(status ?? null)}`;
            return status === 'Refused' ? yes(evidence) : no(evidence, RIGHTS);
        }
    },
    {
        id: 'agent-graphql',
        about: 'health',
        as: 'agent',
        question: 'Does the org answer the agent every GraphQL document of the components?',
        run: (context) => askDocuments(sessionOf(context, 'agent').connection, context.facts.graphqlDocuments, RIGHTS)
    },
    {
        id: 'agent-background-route',
        about: 'health',
        as: 'agent',
        writes: true,
        sendsCommands: true,
        question: 'Does a command of the agent go out in the agent’s own name? Ask while the agent has no call.',
        run: async (context) => {
            const { connection: session, user } = sessionOf(context, 'agent');
            const { id: userId, name } = await user();
            const [agent] = await queryRows(
                session,
                `SELECT Agent_Code__c FROM ConVox_Agent__c WHERE User__c = '${userId}' AND Is_Active__c = true`,
                z.object({ Agent_Code__c: z.string() })
            );
            if (agent === undefined) {
                return no(`${name} is no active agent`, CONFIGURE);
            }
            const { finding, lastModifiedBy } = await watchCommand(context, session, agent.Agent_Code__c);
            const evidence = `${finding.evidence}, written by ${lastModifiedBy === userId ? name : lastModifiedBy}`;
            return finding.answer === 'yes' && lastModifiedBy === userId
                ? yes(evidence)
                : no(evidence, finding.advice ?? RIGHTS);
        }
    },
    {
        id: 'gateway-rights',
        about: 'health',
        as: 'gateway',
        question: 'Does the org let the gateway’s user write what a call status says?',
        run: (context) => rightsFinding('gateway', 'ConVox_Gateway', context)
    },
    {
        id: 'gateway-writes',
        about: 'health',
        as: 'gateway',
        writes: true,
        question: 'May the gateway’s user write to a call that an agent owns?',
        run: async (context) => {
            const { connection, rows } = context;
            const [agent] = await queryRows(
                connection,
                'SELECT User__c FROM ConVox_Agent__c WHERE Is_Active__c = true AND User__r.IsActive = true LIMIT 1',
                z.object({ User__c: z.string() })
            );
            if (agent === undefined) {
                return no('there is no active agent who could own a call', CONFIGURE);
            }
            const key = rows.key('gateway');
            await connection.sobject('ConVox_Call__c').create({ Call_Reference__c: key, OwnerId: agent.User__c });
            const [result] = await collectionUpsert(
                { ...context, connection: sessionOf(context, 'gateway').connection },
                [{ Call_Reference__c: key, Status__c: 'Ended' }]
            );
            return result?.success === true
                ? yes('a call of an agent was written')
                : no(
                      `refused: ${result?.errors[0]?.statusCode ?? 'no answer'}`,
                      `Its permission set, or the sharing rule of ConVox_Gateway_Users, is missing: ${CONFIGURE}`
                  );
        }
    }
];

/** What only a session of the user concerned can show: an administrator may do everything anyway. */
export const roleChecks: readonly Check[] = checks.map((check) => ({
    ...check,
    run: async (context) => (await sessionOf(context, check.as).whyNotInRole()) ?? (await check.run(context))
}));
