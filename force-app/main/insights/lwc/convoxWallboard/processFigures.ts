import { listAt, numberAt, textAt } from 'c/convoxPath';
import type { NamedProcess } from 'c/convoxProcessName';
import { serverDays } from './serverDays.ts';

/** What docs/figures.md counts, of the calls that began today at their server. */
export interface ProcessFigures extends NamedProcess {
    readonly offered: number;
    readonly answered: number;
    readonly missed: number;
    readonly inTarget: number;
    /** Answered calls of which ConVox said how long they waited, and the seconds of all of them together. */
    readonly known: number;
    readonly waited: number;
    /** Seconds, the least and the most that a call was to wait; undefined when nobody called. */
    readonly targets: readonly [least: number, most: number] | undefined;
}

const NOTHING = { offered: 0, answered: 0, missed: 0, inTarget: 0, known: 0, waited: 0, targets: undefined } as const;

/** The groups of the answer whose day it is at their server, by process. */
export function readProcesses(data: unknown, now: number): ProcessFigures[] {
    const dayAt = serverDays(data, now);
    const groups = listAt(data, 'uiapi', 'aggregate', 'days', 'edges');
    return byProcess(
        groups
            .filter((edge) => groupedBy(edge, 'Start_Day__c') === dayAt(groupedBy(edge, 'Server_Code__c')))
            .map(figuresOf)
    );
}

function groupedBy(edge: unknown, field: string): string {
    return textAt(edge, 'node', 'aggregate', field, 'value');
}

/** These, and a line for each process that is named besides. */
export function withProcesses(figures: readonly ProcessFigures[], named: readonly NamedProcess[]): ProcessFigures[] {
    return byProcess([...figures, ...named.map(({ process, words }) => ({ process, words, ...NOTHING }))]);
}

/** In the order of their names; spellings that differ in case only are one process. */
function byProcess(figures: readonly ProcessFigures[]): ProcessFigures[] {
    const processes = new Map<string, ProcessFigures>();
    for (const one of figures) {
        const key = one.process.toLowerCase();
        const known = processes.get(key);
        processes.set(key, known ? add(known, one) : one);
    }
    return [...processes.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

function nameOf({ process, words }: NamedProcess): string {
    return words || process;
}

/** All processes together. */
export function together(processes: readonly ProcessFigures[]): ProcessFigures {
    return processes.reduce(add, { process: '', words: '', ...NOTHING });
}

/** Answered in time, of all offered; undefined when nobody called. */
export function serviceLevel({ inTarget, offered }: ProcessFigures): number | undefined {
    return share(inTarget, offered);
}

export function abandonment({ missed, offered }: ProcessFigures): number | undefined {
    return share(missed, offered);
}

/** Average waiting time of answered calls in seconds; undefined when none is known. */
export function speedOfAnswer({ waited, known }: ProcessFigures): number | undefined {
    return share(waited, known);
}

/** Whether calls wait longer for an answer than any of them was to wait. */
export function isSlow(figures: ProcessFigures): boolean {
    return (speedOfAnswer(figures) ?? 0) > (figures.targets?.[1] ?? Infinity);
}

function share(part: number, whole: number): number | undefined {
    return whole > 0 ? part / whole : undefined;
}

function figuresOf(edge: unknown): ProcessFigures {
    const at = (field: string, name: string): number | undefined =>
        numberAt(edge, 'node', 'aggregate', field, name, 'value');
    const sum = (field: string): number => at(field, 'sum') ?? 0;
    const [least, most] = [at('Answer_Target_Seconds__c', 'min'), at('Answer_Target_Seconds__c', 'max')];
    const answered = sum('Answered_Calls__c');
    return {
        process: groupedBy(edge, 'Process_Name__c'),
        words: groupedBy(edge, 'Process_in_Words__c'),
        offered: sum('Offered_Calls__c'),
        answered,
        missed: sum('Missed_Calls__c'),
        inTarget: sum('Answered_In_Target__c'),
        // Calls of a state are all answered or none: who gave up waited as well, and does not count.
        known: answered > 0 ? (at('Wait_Seconds__c', 'count') ?? 0) : 0,
        waited: answered > 0 ? sum('Wait_Seconds__c') : 0,
        targets: least === undefined || most === undefined ? undefined : [least, most]
    };
}

function add(a: ProcessFigures, b: ProcessFigures): ProcessFigures {
    return {
        process: a.process,
        words: b.words || a.words,
        offered: a.offered + b.offered,
        answered: a.answered + b.answered,
        missed: a.missed + b.missed,
        inTarget: a.inTarget + b.inTarget,
        known: a.known + b.known,
        waited: a.waited + b.waited,
        targets:
            a.targets && b.targets
                ? [Math.min(a.targets[0], b.targets[0]), Math.max(a.targets[1], b.targets[1])]
                : (a.targets ?? b.targets)
    };
}
