import type { FlowDefinition, FlowElement } from './definition.ts';

/** Elements that may come next, the fault path included. */
export function nextOf(element: FlowElement): string[] {
    const own = element.kind === 'decision' ? element.rules.map(({ connector }) => connector) : [];
    const inLoop = element.kind === 'loop' ? [element.next] : [];
    return [element.connector, element.fault, ...own, ...inLoop].filter((name) => name !== undefined);
}

/** First elements of the paths that run later, in their own transaction. */
export function laterStarts({ start }: FlowDefinition): string[] {
    const paths = [start.afterCommit, ...start.timedPaths.map(({ connector }) => connector)];
    return paths.filter((name) => name !== undefined);
}

/** Every element that can be reached from these, themselves included. */
export function reachableFrom({ elements }: FlowDefinition, names: readonly (string | undefined)[]): Set<string> {
    const reached = new Set<string>();
    const waiting = [...names];
    while (waiting.length > 0) {
        const element = elements.get(waiting.pop() ?? '');
        if (element && !reached.has(element.name)) {
            reached.add(element.name);
            waiting.push(...nextOf(element));
        }
    }
    return reached;
}
