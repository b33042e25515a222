import type { FieldValue } from '../records.ts';
import type { SortElement } from '../../metadata/flows/definition.ts';
import { ElementFault } from './failures.ts';
import type { FlowValue } from './flowValue.ts';
import type { Interview } from './interview.ts';
import { resolve } from './reference.ts';

type Option = SortElement['options'][number];

function fieldOf(item: FlowValue, field: string): FieldValue {
    const value = item.kind === 'record' ? item.fields[field] : undefined;
    if (value === undefined) {
        throw new ElementFault(`The collection cannot be sorted by ${field}: a record in it does not have it.`);
    }
    return value;
}

function compare(left: FieldValue, right: FieldValue, { descending, blanksFirst }: Option): number {
    if (left === right) {
        return 0;
    }
    if (left === null || right === null) {
        return (left === null) === blanksFirst ? -1 : 1;
    }
    return left < right === descending ? 1 : -1;
}

/** Sort: the collection itself is in another order from then on. */
export function runSort(element: SortElement, interview: Interview): void {
    const collection = resolve(interview, element.collection);
    if (collection.kind !== 'collection') {
        throw new ElementFault(`${element.collection} is not a collection and cannot be sorted.`);
    }
    const items = collection.items.toSorted((left, right) =>
        element.options.reduce(
            (order, option) => order || compare(fieldOf(left, option.field), fieldOf(right, option.field), option),
            0
        )
    );
    interview.values.set(element.collection, { kind: 'collection', items });
}
