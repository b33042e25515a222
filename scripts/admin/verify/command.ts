import { setTimeout as pause } from 'node:timers/promises';
import type { Command, Desk, Invocation, Outcome } from '../cli/command.ts';
import { nearest } from '../../gateway/nearestName.ts';
import { AdminError, targetOrg, UsageError } from '../cli/command.ts';
import type { Answer, Check, Role } from './check.ts';
import { callChecks } from './callChecks.ts';
import { commandChecks } from './commandChecks.ts';
import { handChecks } from './handChecks.ts';
import { allowanceChecks } from './allowanceChecks.ts';
import { connectionChecks } from './connectionChecks.ts';
import { packageChecks } from './packageChecks.ts';
import { peopleChecks } from './peopleChecks.ts';
import { roleChecks } from './roleChecks.ts';
import { createRoleSession } from './roleSession.ts';
import { setupChecks } from './setupChecks.ts';
import { sharingChecks } from './sharingChecks.ts';
import { createMarkedRows, MARK } from './markedRows.ts';
import { readPackageFacts } from './packageFacts.ts';
import { dataChecks } from './dataChecks.ts';
import { interfaceChecks } from './interfaceChecks.ts';
import { traceChecks } from './traceChecks.ts';
import type { CheckedFinding } from './verification.ts';
import { verify } from './verification.ts';
import { readVersion } from '../version.ts';
import { partFolders } from '../../local/metadata/packageParts.ts';

export const allChecks: readonly Check[] = [
    ...packageChecks,
    ...connectionChecks,
    ...peopleChecks,
    ...setupChecks,
    ...allowanceChecks,
    ...interfaceChecks,
    ...dataChecks,
    ...callChecks,
    ...sharingChecks,
    ...traceChecks,
    ...commandChecks,
    ...roleChecks,
    ...handChecks
];

export const verifyCommand: Command = {
    name: 'verify',
    summary: 'ask the org whether the installation is complete and whether the product’s assumptions hold',
    options: {
        'target-org': targetOrg,
        'read-only': { type: 'boolean', summary: 'leave out the checks that write rows of their own' },
        'send-test-command': {
            type: 'boolean',
            summary:
                'also send two End Call commands to ConVox, for an agent that does not exist, and see the answer come back'
        },
        platform: {
            type: 'boolean',
            summary: 'also ask what the makers take for granted of the platform; for them, and for support'
        },
        'as-agent': {
            type: 'string',
            value: '<alias>',
            summary: 'also ask in the session of an agent whom the Salesforce CLI is signed in as, what an agent may do'
        },
        'as-gateway': {
            type: 'boolean',
            summary:
                'also ask as the gateway, with its SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET'
        },
        only: { type: 'string', value: '<id,id>', summary: 'these checks only' }
    },
    notes: `Without --platform only this installation is asked about. Every question is answered yes, no or open, with what was seen. Rows that checks write are named ${MARK}-... and are deleted at
the end, also after a failure, and by the next run after a crash: calls, their follow-ups, accounts and commands, nothing
else. Automation of your own on these objects runs for them; --read-only avoids that.`,
    run
};

async function run(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const checks = chosen(invocation);
    const connection = await desk.connect(invocation.text('target-org'));
    const agent = invocation.text('as-agent');
    const sessions = {
        ...(agent === undefined ? {} : { agent: createRoleSession('agent', await desk.connect(agent), connection) }),
        ...(invocation.isSet('as-gateway')
            ? { gateway: createRoleSession('gateway', await desk.connectAsGateway(), connection) }
            : {})
    };
    const findings = await verify(
        checks,
        {
            connection,
            facts: readPackageFacts(partFolders(desk.root)),
            version: readVersion(desk.root),
            sessions,
            rows: createMarkedRows(connection, desk.clock),
            clock: desk.clock,
            wait: (milliseconds) => pause(desk.shortestWait === undefined ? milliseconds : desk.shortestWait),
            fetch
        },
        { onCheck: ({ question }) => desk.terminal.progress(question), interrupted: desk.interrupted }
    );
    return outcome(findings, checks.length, readVersion(desk.root));
}

function chosen(invocation: Invocation): Check[] {
    const only = invocation
        .text('only')
        ?.split(',')
        .map((id) => id.trim());
    const unknown = only?.find((id) => !allChecks.some((check) => check.id === id));
    if (unknown !== undefined) {
        throw new AdminError(`There is no check "${unknown}".${meant(unknown)}`, [
            'Every line of verify has the name of its check in brackets.'
        ]);
    }
    const asked = allChecks.filter(({ id, about, as }) =>
        only === undefined
            ? (about === 'health' || invocation.isSet('platform')) && hasSession(as, invocation)
            : only.includes(id)
    );
    const checks = asked.filter((check) => whyNot(check, invocation) === undefined);
    const left = asked.find((check) => !checks.includes(check));
    if (only !== undefined && left !== undefined) {
        throw new UsageError(`The check ${left.id} ${whyNot(left, invocation)}.`);
    }
    return checks;
}

/** The checks whose names are nearly the given one, or hold a word of it. */
function meant(unknown: string): string {
    const ids = allChecks.map(({ id }) => id);
    const words = unknown.toLowerCase().split(/[^a-z]+/);
    const whole = nearest(unknown, ids);
    const isClose = (id: string): boolean =>
        id.split('-').some((part) => words.some((word) => word.length > 3 && nearest(word, [part]) !== undefined));
    const named = whole === undefined ? ids.filter(isClose) : [whole];
    return named.length === 0 ? '' : ` Did you mean ${named.join(', ')}?`;
}

function hasSession(role: Role | undefined, invocation: Invocation): boolean {
    return (
        role === undefined ||
        (role === 'agent' ? invocation.text('as-agent') !== undefined : invocation.isSet('as-gateway'))
    );
}

/** Why a check is left out; undefined when it is asked. */
function whyNot({ as, writes, sendsCommands }: Check, invocation: Invocation): string | undefined {
    if (!hasSession(as, invocation)) {
        return `is asked with --as-${as} only`;
    }
    if (sendsCommands === true && !invocation.isSet('send-test-command')) {
        return 'is asked with --send-test-command only';
    }
    return writes === true && invocation.isSet('read-only') ? 'writes rows, which --read-only forbids' : undefined;
}

const words: Readonly<Record<Answer, string>> = { yes: 'yes ', no: 'NO  ', open: 'open' };

function outcome(findings: readonly CheckedFinding[], asked: number, version: string): Outcome {
    const count = (answer: Answer): number => findings.filter((finding) => finding.answer === answer).length;
    const titles = { health: 'This installation', platform: 'The platform' } as const;
    const lines = (['health', 'platform'] as const).flatMap((about) => {
        const those = findings.filter(({ check }) => check.about === about);
        return those.length === 0 ? [] : [titles[about], ...those.flatMap(describe), ''];
    });
    return {
        ok: count('no') === 0 && findings.length === asked,
        lines: [
            `ConVox for Salesforce ${version}`,
            ...lines,
            `${count('yes')} yes, ${count('no')} no, ${count('open')} open${findings.length < asked ? `, ${asked - findings.length} not asked` : ''}`
        ],
        document: {
            version,
            yes: count('yes'),
            no: count('no'),
            open: count('open'),
            checks: findings.map(({ check, answer, evidence, advice }) => ({
                id: check.id,
                about: check.about,
                question: check.question,
                answer,
                evidence,
                advice: advice ?? null
            }))
        }
    };
}

function describe({ check, answer, evidence, advice }: CheckedFinding): string[] {
    return [
        `  ${words[answer]}  ${check.question}  [${check.id}]`,
        `        ${evidence}`,
        ...(advice === undefined ? [] : [`        -> ${advice}`])
    ];
}
