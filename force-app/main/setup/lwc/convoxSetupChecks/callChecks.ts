import { displayPhone } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';
import { check } from './check.ts';
import type { Check, CheckAnswer } from './check.ts';
import { labels } from './callLabels.ts';
import { COMMANDS, SHARING } from './setupPages.ts';
import type { Arrival, ReadArrival } from './arrivals.ts';
import type { AgentFacts, SetupFacts } from './setupFacts.ts';

/** Whether ConVox and Salesforce have talked: by what came, and by what became of the last commands. */
export function callChecks(facts: SetupFacts, userId: string): Check[] {
    const { lastStatus, commands, unknownCommands, agents } = facts;
    const [last] = commands;
    const agent = agents.find((one) => one.userId === userId);
    return [
        popCame(facts, agent),
        callersSeen(facts),
        check('status', labels.statusClaim, lastStatus ? 'yes' : 'open', readText(lastStatus), labels.statusMend),
        check(
            'command',
            labels.commandClaim,
            commandAnswer(commands),
            last ? [last.at, last.word, last.error].filter(Boolean).join(' · ') : labels.nothingYet,
            labels.commandMend,
            agent ? [{ label: labels.tryDial, action: { does: 'dial' } }] : []
        ),
        check(
            'unknown',
            labels.unknownClaim,
            unknownCommands > 0 ? 'no' : last ? 'yes' : 'open',
            last ? fillIn(labels.unknownOf, unknownCommands) : labels.nothingYet,
            unknownCommands > 0 ? labels.unknownMend : '',
            unknownCommands > 0 ? [{ label: labels.goCommands, action: { does: 'go', url: COMMANDS } }] : []
        )
    ];
}

/** That the phone reacts shows nothing of ConVox: what was tried is told and is no evidence. */
function popCame({ lastPop, lastTrial, processes }: SetupFacts, agent: AgentFacts | undefined): Check {
    const [process] = processes.filter(({ code }) => serverOf(code) === serverOf(agent?.code ?? ''));
    return check(
        'pop',
        labels.popClaim,
        lastPop ? 'yes' : 'open',
        [arrivalText(lastPop), lastTrial && fillIn(labels.tried, readText(lastTrial))].filter(Boolean).join(' · '),
        labels.popMend,
        agent
            ? [
                  {
                      label: labels.tryPop,
                      action: { does: 'pop', agentCode: agent.code, process: process?.code ?? '' }
                  }
              ]
            : []
    );
}

/** No question tells what somebody else may see: their calls do. */
function callersSeen({ knownCallers: { calls, found, blind } }: SetupFacts): Check {
    return check(
        'callers',
        labels.callersClaim,
        blind.length > 0 ? 'no' : found > 0 ? 'yes' : 'open',
        calls === 0
            ? labels.nothingYet
            : [
                  fillIn(labels.callersFound, found, calls),
                  blind.length > 0 ? fillIn(labels.callersUnseen, blind.join(', ')) : ''
              ]
                  .filter(Boolean)
                  .join(' · '),
        blind.length > 0 ? labels.callersMend : labels.callersWait,
        blind.length > 0 ? [{ label: labels.goSharing, action: { does: 'go', url: SHARING } }] : []
    );
}

/** What stands before a code of another server than the default one. */
function serverOf(code: string): string {
    return code.slice(0, Math.max(0, code.indexOf(':')));
}

/**
 * A refusal is an answer: an agent may have gone from ConVox. That it takes commands is shown by one that it took, and no
 * longer once the last one has no answer, which has a check of its own.
 */
function commandAnswer(commands: SetupFacts['commands']): CheckAnswer {
    const isLost = commands[0]?.status === 'Unknown';
    return !isLost && commands.some(({ status }) => status === 'Accepted') ? 'yes' : 'open';
}

/** What came, and what was made of it: a value that is missing here was not understood. */
function readText(came: ReadArrival | undefined): string {
    const understood = (came?.understood ?? []).filter(Boolean).join(', ');
    return [arrivalText(came), understood && fillIn(labels.understood, understood)].filter(Boolean).join(' · ');
}

function arrivalText(arrival: Arrival | undefined): string {
    return arrival ? [arrival.at, displayPhone(arrival.number)].filter(Boolean).join(' · ') : labels.nothingYet;
}
