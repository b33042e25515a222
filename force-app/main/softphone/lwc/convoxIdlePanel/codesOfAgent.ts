import { listAt, numberAt, textAt } from 'c/convoxPath';
import { browserEdges, usedCodesKey } from 'c/convoxSession';

/**
 * The codes with which the agent ended calls of each process, most used first; what an agent does this week counts, not what
 * an earlier campaign wanted.
 * @param data the answer to the idle query
 */
export function codesOfAgent(data: unknown): Map<string, string[]> {
    const uses = listAt(data, 'uiapi', 'aggregate', 'usedCodes', 'edges').map((edge) => ({
        process: textAt(edge, 'node', 'aggregate', 'Process_Name__c', 'value'),
        code: textAt(edge, 'node', 'aggregate', 'Agent_Disposition__c', 'value'),
        calls: numberAt(edge, 'node', 'aggregate', 'Id', 'count', 'value') ?? 0
    }));
    const codes = new Map<string, string[]>();
    for (const { process, code } of uses.sort((one, other) => other.calls - one.calls)) {
        codes.set(process, [...(codes.get(process) ?? []), code]);
    }
    return codes;
}

/** Keeps them for the forms of the next calls: a day long, so that a digit that the agent has learnt means the same all day. */
export function keepCodesOfAgent(data: unknown): void {
    const { clock, store } = browserEdges();
    const today = new Date(clock.now()).toDateString();
    codesOfAgent(data).forEach((codes, process) => {
        const key = usedCodesKey(process);
        if (!store.read(key)?.endsWith(today)) {
            // No code reads like a day.
            store.write(key, [...codes, today].join('\n'));
        }
    });
}
