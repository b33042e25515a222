import type { LoopElement } from '../../metadata/flows/definition.ts';
import { ElementFault } from './failures.ts';
import type { Interview } from './interview.ts';
import { resolve } from './reference.ts';

/**
 * Enters a loop or takes its next value; returns the element that follows. The list is the one that the collection held
 * when the loop began.
 */
export function runLoop(element: LoopElement, interview: Interview): string | undefined {
    let loop = interview.loops.get(element.name);
    if (!loop) {
        const collection = resolve(interview, element.collection);
        if (collection.kind !== 'collection') {
            throw new ElementFault(`${element.collection} is not a collection, the loop cannot go through it.`);
        }
        loop = { items: element.descending ? collection.items.toReversed() : collection.items, position: 0 };
        interview.loops.set(element.name, loop);
    }
    const item = loop.items[loop.position];
    if (!item) {
        interview.loops.delete(element.name);
        interview.values.delete(element.name);
        return element.connector;
    }
    loop.position += 1;
    interview.values.set(element.name, item);
    return element.next;
}
