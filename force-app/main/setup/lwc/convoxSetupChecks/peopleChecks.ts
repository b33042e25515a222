import { fillIn } from 'c/convoxText';
import { check, lookedUp } from './check.ts';
import type { Check, Fix, Rights } from './check.ts';
import { labels as healthLabels } from './healthLabels.ts';
import { labels } from './labels.ts';
import { orgRights } from './orgRights.ts';
import { PERMISSION_SETS } from './setupPages.ts';
import type { AgentFacts, SetupFacts } from './setupFacts.ts';

/** What an agent needs, and the set or group by which it is given. */
const NEEDED: readonly { readonly set: string; readonly by: string }[] = [
    { set: 'ConVox_Agent', by: 'ConVox_Agents' },
    { set: 'ConVox_Org_Rights', by: 'ConVox_Org_Rights' },
    { set: 'ConVox_Org_Agent_Rights', by: 'ConVox_Org_Agent_Rights' }
];

/** What the flow of the rights has not answered yet. */
const ASKING: readonly Check[] = [
    lookedUp('orgRights', labels.orgRightsClaim, labels.askingRights),
    lookedUp('rights', labels.rightsClaim, labels.askingRights),
    lookedUp('gatewayUser', labels.gatewayUserClaim, labels.askingRights),
    lookedUp('administrators', healthLabels.administratorsClaim, labels.askingRights)
];

const GO: Fix = { label: labels.goPermissionSets, action: { does: 'go', url: PERMISSION_SETS } };

/** Agents who can be switched off beside one check: the next come when these are. */
const MOST_BUTTONS = 10;

export function peopleChecks({ agents }: SetupFacts, rights: Rights | undefined): Check[] {
    return [agentsHaveUsers(agents), ...(rights ? rightsChecks(agents, rights) : ASKING)];
}

function agentsHaveUsers(agents: readonly AgentFacts[]): Check {
    const without = agents.filter(({ isUserActive }) => !isUserActive);
    return check(
        'agents',
        labels.agentsClaim,
        agents.length > 0 && without.length === 0 ? 'yes' : 'no',
        without.length > 0 ? fillIn(labels.noUser, without.map(({ code }) => code).join(', ')) : String(agents.length),
        labels.agentsMend,
        [
            { label: labels.enterAgents, action: { does: 'enter', what: 'agents' } },
            ...without.slice(0, MOST_BUTTONS).map(switchingOff)
        ]
    );
}

/** For one who left: what was done before stays the agent's. */
function switchingOff({ id, code }: AgentFacts): Fix {
    return {
        label: fillIn(labels.switchOff, code),
        action: { does: 'update', id, fields: { Is_Active__c: false } }
    };
}

function rightsChecks(agents: readonly AgentFacts[], rights: Rights): Check[] {
    if (rights.fault) {
        return [check('rights', labels.rightsClaim, 'open', rights.fault, labels.rightsUnread)];
    }
    const lacking = agents
        .filter(({ isUserActive }) => isUserActive)
        .map((agent) => ({ agent, needs: NEEDED.filter(({ set }) => !has(rights, set, agent.userId)) }))
        .filter(({ needs }) => needs.length > 0);
    const gatewayUsers = rights.usersBySet.get('ConVox_Gateway')?.size ?? 0;
    return [
        orgRights(rights),
        check(
            'rights',
            labels.rightsClaim,
            agents.length === 0 ? 'open' : lacking.length === 0 ? 'yes' : 'no',
            lacking.length === 0
                ? String(agents.length)
                : lacking
                      .map(({ agent, needs }) =>
                          fillIn(labels.lacks, agent.code, needs.map(({ set }) => set).join(', '))
                      )
                      .join(' · '),
            labels.rightsMend,
            giving(lacking, rights)
        ),
        check(
            'gatewayUser',
            labels.gatewayUserClaim,
            gatewayUsers > 0 ? 'yes' : 'no',
            String(gatewayUsers),
            labels.gatewayUserMend,
            [GO]
        ),
        // Nobody else is told at the bell.
        check(
            'administrators',
            healthLabels.administratorsClaim,
            rights.administrators.size > 0 ? 'yes' : 'no',
            String(rights.administrators.size),
            healthLabels.administratorsMend,
            [GO]
        )
    ];
}

interface Lacking {
    readonly agent: AgentFacts;
    readonly needs: typeof NEEDED;
}

/** One press for all of them. What the org does not have nobody can be given; one user may be two agents. */
function giving(lacking: readonly Lacking[], { ids }: Rights): Fix[] {
    const to = lacking
        .map(({ agent, needs }) => ({
            userId: agent.userId,
            name: agent.userName,
            rightIds: needs.flatMap(({ by }) => ids.get(by) ?? [])
        }))
        .filter(({ rightIds, userId }, index, all) => {
            return rightIds.length > 0 && all.findIndex((one) => one.userId === userId) === index;
        });
    const [first] = to;
    const label = to.length === 1 ? fillIn(labels.give, first?.name ?? '') : fillIn(labels.giveAll, to.length);
    return to.length === 0 ? [] : [{ label, action: { does: 'give', to } }];
}

function has({ usersBySet }: Rights, set: string, userId: string): boolean {
    return usersBySet.get(set)?.has(userId) === true;
}
