import { rowsOf, shownText } from 'c/convoxGraphqlRows';
import { claimOf, minutesSince } from 'c/convoxSetupChecks';
import type { BegunChange } from 'c/convoxSetupChecks';
import { fillIn } from 'c/convoxText';
import { isAfter, newProcesses, shown, theirServer } from './changeSeen.ts';
import type { ChangeSeen, Shown } from './changeSeen.ts';
import { labels } from './labels.ts';
import { agentOff, noPromises, noRights } from './leaverProofs.ts';

/** Says by what came after the change was begun whether one thing of it is done. */
type Prove = (change: BegunChange, seen: ChangeSeen) => Shown;

interface Proof {
    /** A sentence that yes makes true. */
    readonly claim: string;
    readonly prove: Prove;
}

export type ProofId =
    | 'agentOff'
    | 'noRights'
    | 'noPromises'
    | 'entered'
    | 'itsDispositions'
    | 'itsCall'
    | 'started'
    | 'oneKey'
    | 'oneSecret'
    | 'commandSince'
    | 'statusSince'
    | 'gateway'
    | 'convox'
    | 'zone'
    | 'dialect'
    | 'clock';

export const PROOFS: Readonly<Record<ProofId, Proof>> = {
    agentOff: { claim: labels.agentOff, prove: agentOff },
    noRights: { claim: labels.noRights, prove: noRights },
    noPromises: { claim: labels.noPromises, prove: noPromises },
    entered: {
        claim: labels.entered,
        prove: (change, { facts }) => {
            const codes = newProcesses(change, facts).map(({ code }) => code);
            return shown(codes.length > 0, codes.join(', '));
        }
    },
    itsDispositions: { claim: labels.itsDispositions, prove: itsDispositions },
    itsCall: {
        claim: labels.itsCall,
        prove: (_, { told }) => {
            const [call] = rowsOf(told, 'ConVox_Call__c');
            return shown(call !== undefined, shownText(call, 'Status_Received_At__c'));
        }
    },
    started: { claim: labels.started, prove: started },
    oneKey: { claim: labels.oneKey, prove: onlyOne('keys') },
    oneSecret: { claim: labels.oneSecret, prove: onlyOne('secrets') },
    commandSince: { claim: labels.commandSince, prove: commandSince },
    statusSince: { claim: labels.statusSince, prove: statusSince },
    gateway: asChecked('gateway'),
    convox: asChecked('convox'),
    zone: asChecked('zone'),
    dialect: asChecked('dialect'),
    clock: asChecked('clock')
};

const NOTHING = { at: '', moment: '' };

function itsDispositions(change: BegunChange, { facts }: ChangeSeen): Shown {
    const processes = newProcesses(change, facts);
    const equipped = processes.filter(({ id }) => facts.dispositions.some(({ processId }) => processId === id));
    return shown(
        equipped.length > 0 && equipped.length === processes.length,
        equipped.map(({ code }) => code).join(', ')
    );
}

/** What a gateway is told anew it reads when it starts. */
function started({ moment }: BegunChange, { report, now }: ChangeSeen): Shown {
    const at = report?.startedAt ?? '';
    return shown(
        isAfter(at, moment),
        at ? fillIn(labels.lastStart, minutesSince(at, now)) : report ? labels.notTold : ''
    );
}

/** The old one is gone when a gateway that was started since takes one alone, which it did not take at the begin. */
function onlyOne(what: 'keys' | 'secrets'): Prove {
    return (change, seen) => {
        const marks = theirServer(change, seen)?.[what] ?? [];
        if (marks.length === 0) {
            return shown(false, seen.report ? labels.notTold : '');
        }
        const [, ...atBegin] = change.of;
        if (atBegin.length === 0) {
            return shown(false, labels.beginAgain);
        }
        const old = marks.filter((mark) => atBegin.includes(mark)).length;
        const isFresh = isAfter(seen.report?.startedAt ?? '', change.moment);
        return shown(marks.length === 1 && old === 0 && isFresh, fillIn(labels.ofThemOld, marks.length, old));
    };
}

function commandSince(change: BegunChange, seen: ChangeSeen): Shown {
    const { at, moment } = seen.facts.commands.find(({ status }) => status === 'Accepted') ?? NOTHING;
    return shown(isSince(change, seen, moment, theirServer(change, seen)?.lastCommandAt), at);
}

function statusSince(change: BegunChange, seen: ChangeSeen): Shown {
    const { at, moment } = seen.facts.lastStatus ?? NOTHING;
    return shown(isSince(change, seen, moment, theirServer(change, seen)?.lastPushAt), at);
}

/**
 * Later than the gateway's start, too: before it nothing of the change was in force.
 * @param ofServer when the gateway last heard of the server of the change; what came may be another server's where there are several
 */
function isSince({ moment }: BegunChange, { facts, report }: ChangeSeen, came: string, ofServer = ''): boolean {
    const from = [moment, report?.startedAt ?? ''];
    return isAfter(came, ...from) && (facts.servers.length < 2 || isAfter(ofServer, ...from));
}

/** As the check of this id says, once the gateway was started after the begin: the one before it knew nothing of the change. */
function asChecked(id: string): Proof {
    return {
        claim: claimOf(id),
        prove: ({ moment }, { checks, report }) => {
            const check = checks.find((one) => one.id === id);
            const isStale = check?.answer === 'yes' && !isAfter(report?.startedAt ?? '', moment);
            return check === undefined || isStale ? shown(false, '') : check;
        }
    };
}
