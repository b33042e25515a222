import { rowsOf, shownText, textOf } from 'c/convoxGraphqlRows';

/** A change of the installation that an administrator has begun: only what comes later shows that it is done. */
export interface BegunChange {
    readonly id: string;
    /** Id of the path. */
    readonly path: string;
    /** Who or which, in words that have no blank. */
    readonly of: readonly string[];
    /** When, as the user reads it, and who began it. */
    readonly at: string;
    readonly by: string;
    /** ISO instant on the org's clock. */
    readonly moment: string;
}

/** The line of a change among those of the days. It has no day, so the flow of the night leaves it alone. */
export function changeLine(path: string, of: readonly string[]): Readonly<Record<string, string>> {
    return { Colour__c: 'Change', Red_Checks__c: path, What__c: of.join(' ') };
}

/** Earliest first. */
export function readBegunChanges(setUp: unknown): BegunChange[] {
    return rowsOf(setUp, 'changes').map((row) => ({
        id: textOf(row, 'Id'),
        path: textOf(row, 'Red_Checks__c'),
        of: textOf(row, 'What__c').split(' ').filter(Boolean),
        at: shownText(row, 'CreatedDate'),
        by: textOf(row, 'CreatedBy.Name'),
        moment: textOf(row, 'CreatedDate')
    }));
}
