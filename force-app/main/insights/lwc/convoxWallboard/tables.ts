import type { FloorColumn, FloorRow } from 'c/convoxFloorTable';
import { clockText } from 'c/convoxText';
import { labels } from './labels.ts';
import { callLink } from './links.ts';
import { shownState, unheardAgents } from './agentStates.ts';
import { isSlow, serviceLevel, speedOfAnswer, withProcesses } from './processFigures.ts';
import type { Floor, OpenCall } from './readFloor.ts';
import { countText, percentText, processText, secondsText, targetText } from './words.ts';

export const PROCESS_COLUMNS: readonly FloorColumn[] = [
    { name: 'process', label: labels.process, isNumber: false },
    { name: 'onLine', label: labels.onLine, isNumber: true },
    { name: 'offered', label: labels.offered, isNumber: true },
    { name: 'answered', label: labels.answered, isNumber: true },
    { name: 'missed', label: labels.missed, isNumber: true },
    { name: 'serviceLevel', label: labels.serviceLevel, isNumber: true },
    { name: 'speedOfAnswer', label: labels.speedOfAnswer, isNumber: true },
    { name: 'target', label: labels.answerTarget, isNumber: true }
];

export const CALL_COLUMNS: readonly FloorColumn[] = [
    { name: 'agent', label: labels.agent, isNumber: false },
    { name: 'process', label: labels.process, isNumber: false },
    { name: 'direction', label: labels.direction, isNumber: false },
    { name: 'since', label: labels.since, isNumber: true }
];

export const AGENT_COLUMNS: readonly FloorColumn[] = [
    { name: 'agent', label: labels.agent, isNumber: false },
    { name: 'state', label: labels.state, isNumber: false },
    { name: 'since', label: labels.since, isNumber: true }
];

/** One line for every process that had a call today or has somebody on the line. */
export function processRows({ processes, calls }: Floor): FloorRow[] {
    const callsOf = (name: string): readonly OpenCall[] =>
        calls.filter(({ process }) => process.toLowerCase() === name.toLowerCase());
    return withProcesses(processes, calls).map((figures) => ({
        key: figures.process || '-',
        ...(isSlow(figures) && { warning: 'speedOfAnswer' }),
        cells: [
            processText(figures),
            countText(callsOf(figures.process).length),
            countText(figures.offered),
            countText(figures.answered),
            countText(figures.missed),
            percentText(serviceLevel(figures)),
            secondsText(speedOfAnswer(figures)),
            targetText(figures)
        ]
    }));
}

/** Who is on the line, and since when. */
export function callRows(calls: readonly OpenCall[], now: number): FloorRow[] {
    return calls.map((call) => ({
        key: call.id,
        link: callLink(call),
        cells: [call.agent || labels.nobody, processText(call), call.direction, clockText(now - call.since)]
    }));
}

/** What each agent does, and since when, the longest first. */
export function agentRows({ agents, calls }: Floor, now: number): FloorRow[] {
    return [...agents, ...unheardAgents(agents, calls)]
        .map((agent) => ({ ...agent, ...shownState(agent, calls) }))
        .toSorted((one, other) => one.since - other.since)
        .map(({ id, agent, text, since }) => ({ key: id, cells: [agent, text, clockText(now - since)] }));
}
