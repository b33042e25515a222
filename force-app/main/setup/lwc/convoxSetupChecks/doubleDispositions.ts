import { rowsOf, textOf } from 'c/convoxGraphqlRows';

/** A disposition that another one is already: same process, level, parent and code. */
export interface DoubleDisposition {
    readonly id: string;
    /** Its name and code, as an administrator finds it. */
    readonly shown: string;
    /** Switched off it would take those below it along. */
    readonly hasOthersBelow: boolean;
}

type Row = ReturnType<typeof rowsOf>[number];

/** Of those that are one, the first stays that others are below, else the first. */
export function readDoubleDispositions(setUp: unknown): DoubleDisposition[] {
    const rows = rowsOf(setUp, 'ConVox_Disposition__c');
    const parents = new Set(rows.map((row) => textOf(row, 'Parent__c')));
    const hasOthersBelow = (row: Row): boolean => parents.has(textOf(row, 'Id'));
    const kept = new Map<string, Row>();
    for (const row of rows) {
        const other = kept.get(keyOf(row));
        if (other === undefined || (hasOthersBelow(row) && !hasOthersBelow(other))) {
            kept.set(keyOf(row), row);
        }
    }
    return rows
        .filter((row) => kept.get(keyOf(row)) !== row)
        .map((row) => ({
            id: textOf(row, 'Id'),
            shown: `${textOf(row, 'Name')} (${textOf(row, 'Code__c')})`,
            hasOthersBelow: hasOthersBelow(row)
        }));
}

/** As the unique key of a disposition is made. */
function keyOf(row: Row): string {
    const parts = ['Process__c', 'Level__c', 'Parent__c', 'Code__c'];
    return parts
        .map((field) => textOf(row, field))
        .join(':')
        .toLowerCase();
}
