import { relative, resolve } from 'node:path';
import { orgRightsOf } from '../../local/metadata/packageParts.ts';
import type { Command, Desk, Invocation, Json, Outcome } from '../cli/command.ts';
import { dryRun, targetOrg, UsageError } from '../cli/command.ts';
import { countOf } from '../cli/words.ts';
import { applyPlan } from './applyPlan.ts';
import { readConfigFile } from './configFile.ts';
import type { Config } from './configSchema.ts';
import type { CredentialPlan } from './credential.ts';
import { checkKey, planCredential } from './credential.ts';
import { checkConfig, desiredRows, wantedGrants } from './desiredRows.ts';
import type { DashboardPlan } from './dashboards.ts';
import { noDashboards, planDashboards } from './dashboards.ts';
import { deployOrgPart } from './orgPart.ts';
import { readOrgState } from './orgState.ts';
import type { Plan, RowChange } from './plan.ts';
import { checkAgainstOrg, planChanges } from './plan.ts';

export const configureCommand: Command = {
    name: 'configure',
    summary:
        'bring the org in line with a configuration file: address and key, servers, processes, dispositions, agents, permissions',
    takes: '<file.yaml>',
    options: {
        'target-org': targetOrg,
        'dry-run': dryRun('show what is different, change nothing')
    },
    notes: `config/convox.sample.yaml is a documented sample. What the file leaves out stays as it is in the org, and so do rows that it
does not name. Where a package version was installed, the rights and
sharing rules of config/org, which it cannot bring, are deployed first. Everything is checked first: unknown users, names that come twice and values that the org does not know are
told with their line, and nothing is changed then. A second run finds nothing to do.

A file that names processes or agents also gives the dashboards Today, Week and Operations their filters by process and agent, out
of all that the org has. An upgrade of the package takes them away; run this again after it.

The gateway's key is never in the file: credential.keyFrom names an environment variable that holds it. For the local org of
npm start, credential.url is the Gateway's address that it prints, and keyFrom is left out.`,
    run
};

async function run(invocation: Invocation, desk: Desk): Promise<Outcome> {
    const [name, ...others] = invocation.positionals;
    if (name === undefined || others.length > 0) {
        throw new UsageError('Name one YAML file.');
    }
    const path = resolve(desk.folder, name);
    const file = readConfigFile(path);
    file.refuse([...checkConfig(file.config, desiredRows(file.config)), ...checkKey(file.config, desk.environment)]);
    const connection = await desk.connect(invocation.text('target-org'));
    const wanted = wantedBy(file.config);
    const found = await readOrgState(connection, wanted);
    const rows = desiredRows(file.config, found.servers);
    file.refuse(checkAgainstOrg(file.config, rows, found));
    const lacksOrgPart = wanted.grants.some((grant) => !found.grants.has(grant));
    const bringsOrgPart = lacksOrgPart && !invocation.isSet('dry-run');
    if (bringsOrgPart) {
        await deployOrgPart(invocation.text('target-org'), desk);
    }
    const org = bringsOrgPart ? await readOrgState(connection, wanted) : found;
    const plan = planChanges(file.config, rows, org);
    const credential = await planCredential(connection, file.config, desk.environment);
    const isTrial = invocation.isSet('dry-run');
    if (!isTrial) {
        await credential.apply();
        await applyPlan(connection, plan);
    }
    // Only now: filters hold the processes and agents that the org has.
    const namesChoices = file.config.processes.length + file.config.agents.length > 0;
    const dashboards = namesChoices ? await planDashboards(connection, desk.root) : noDashboards;
    if (!isTrial) {
        await dashboards.apply(desk.shortestWait);
    }
    return outcome({ plan, credential, dashboards }, { isTrial, lacksOrgPart, file: relative(desk.folder, path) });
}

function wantedBy(config: Config): { users: string[]; grants: string[] } {
    const grants = wantedGrants(config);
    const users = [...config.agents.map(({ user }) => user), ...[...grants.values()].flat()];
    return {
        users: [...new Set(users)],
        grants: [...new Set([...grants.keys()].flatMap((name) => [name, ...orgRightsOf(name)]))]
    };
}

const keyWords: Readonly<Record<NonNullable<CredentialPlan['key']>, string>> = {
    entered: '+ Gateway key: entered at the principal',
    replaced: '~ Gateway key: entered anew (the org shows no key, so that an equal one cannot be told)',
    kept: 'Gateway key: the org keeps the one it has. To replace it, set the variable of credential.keyFrom and run this again.',
    missing:
        '! Gateway key: not entered yet. Set the variable of credential.keyFrom, or enter it in Setup, External Credentials'
};

interface Circumstances {
    readonly isTrial: boolean;
    /** The rights and sharing rules of config/org were not there. */
    readonly lacksOrgPart: boolean;
    /** Path of the YAML file, as the user would write it. */
    readonly file: string;
}

interface Plans {
    readonly plan: Plan;
    readonly credential: CredentialPlan;
    readonly dashboards: DashboardPlan;
}

function outcome({ plan, credential, dashboards }: Plans, { isTrial, lacksOrgPart, file }: Circumstances): Outcome {
    const { url, key } = credential;
    const lines = [
        ...(lacksOrgPart ? ['+ config/org: the rights and sharing rules that a package version does not bring'] : []),
        ...(url ? [`~ Named Credential ConVox: ${url.from} -> ${url.to}`] : []),
        ...(key && key !== 'kept' ? [keyWords[key]] : []),
        ...plan.changes.map(describe),
        ...plan.assignments.map(({ name, user }) => `+ ${name} for ${user}`),
        ...dashboards.lines
    ];
    return {
        ok: true,
        lines: [
            ...(lines.length === 0 ? [`The org is as ${file} says.`] : lines),
            ...(key === 'kept' ? [keyWords.kept] : []),
            `Unchanged: ${countOf(plan.unchanged, 'row')}.`,
            ...othersLines(plan.others),
            ...(isTrial ? ['Nothing was changed.'] : [])
        ],
        document: {
            dryRun: isTrial,
            orgPart: lacksOrgPart,
            credential: { url: url ?? null, key: key ?? null },
            changes: plan.changes.map(documentOf),
            unchanged: plan.unchanged,
            assignments: plan.assignments.map(({ name, user }) => ({ grant: name, user })),
            dashboards: [...dashboards.changed],
            notInFile: [...plan.others]
        }
    };
}

/** A small file in a large org must not bury what it changed. */
const MOST_OTHERS = 8;

function othersLines(others: readonly string[]): string[] {
    if (others.length === 0) {
        return [];
    }
    const more = others.length - MOST_OTHERS;
    return [
        'The org has rows that the file does not name; they stay as they are:',
        ...others.slice(0, MOST_OTHERS).map((title) => `  ${title}`),
        ...(more > 0 ? [`  and ${more} more (--json lists all)`] : []),
        ...agentLines(others)
    ];
}

/** An agent who is forgotten in the file stays able to send commands. */
function agentLines(others: readonly string[]): string[] {
    const codes = others.flatMap((title) => /^ConVox_Agent__c (.*)/.exec(title)?.[1] ?? []);
    const named = codes.length > MOST_OTHERS ? [...codes.slice(0, MOST_OTHERS), '…'] : codes;
    return named.length === 0
        ? []
        : [`Agents that are not in your file (${named.join(', ')})? Add the line, or set active: false.`];
}

function describe({ row, id, changes }: RowChange): string {
    if (id === undefined) {
        return `+ ${row.object} ${row.title}`;
    }
    const fields = changes.map(({ field, from, to }) => `${field} ${shown(from)} -> ${shown(to ?? '(new)')}`);
    return `~ ${row.object} ${row.title}: ${fields.join(', ')}`;
}

function shown(value: string | number | boolean | null): string {
    return value === null || value === '' ? '(empty)' : String(value);
}

function documentOf({ row, id, changes }: RowChange): Json {
    return {
        object: row.object,
        row: row.title,
        action: id === undefined ? 'create' : 'update',
        fields: changes.map(({ field, from, to }) => ({ field, from, to: to ?? null }))
    };
}
