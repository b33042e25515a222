import type { OrgRecord } from '../../org/records.ts';
import type { WireEntry } from '../../convox/wireLog.ts';
import type { Desk } from './desk.ts';

/** The call's row in the org; undefined while there is none. Fails when there are several. */
export function callRow({ stack }: Desk, reference: string): OrgRecord | undefined {
    const rows = stack.org.store.find({
        object: 'ConVox_Call__c',
        where: { field: 'Call_Reference__c', operator: 'eq', value: reference }
    });
    if (rows.length > 1) {
        throw new Error(`There are ${rows.length} calls with the reference ${reference}`);
    }
    return rows[0];
}

/** Close commands that reached ConVox, oldest first. */
export function closeCommands({ stack }: Desk): readonly WireEntry[] {
    return stack.convox.log.entries.filter(({ kind }) => kind === 'callcontrol');
}
