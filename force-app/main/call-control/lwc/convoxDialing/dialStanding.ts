import { resultOfRow } from 'c/convoxCallControl';
import type { CommandResult, DialCommand } from 'c/convoxCommand';
import { rowsOf, textOf } from 'c/convoxGraphqlRows';

/** Where calls stand that are over. */
const OVER = ['Ended', 'Not Connected', 'Disposed'];

/** What the rows say of a dial. */
export interface DialStanding {
    readonly reply: CommandResult | undefined;
    /** The call itself. */
    readonly isThere: boolean;
    /** The call, or the hope of one. */
    readonly isOver: boolean;
}

/** A refused dial rang nobody, whatever call there is. */
export function readDial(command: DialCommand, data: unknown): DialStanding {
    const [row] = rowsOf(data, 'ConVox_Command__c');
    const reply = row && resultOfRow(command, row);
    const isRefused = reply?.state === 'refused';
    const calls = rowsOf(data, 'ConVox_Call__c');
    return {
        reply,
        isThere: !isRefused && calls.length > 0,
        isOver: isRefused || calls.some((call) => OVER.includes(textOf(call, 'Status__c')))
    };
}
