import { readError } from 'c/convoxErrors';
import type { ListMember } from 'c/convoxListMember';
import { listKey } from 'c/convoxListUpload';
import { fillIn } from 'c/convoxText';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { KnownRow, KnownRows } from './knownRows.ts';
import { labels } from './labels.ts';
import type { Desk, DialerList, RowEnd } from './rowEnd.ts';

/** A row that is in the batch. */
export interface SavedRow {
    readonly member: ListMember;
    readonly entryId: string;
}

/** A row, or why none is in the batch. */
type Saved = SavedRow | RowEnd;

/** A row with that key is there already. */
type Made = Saved | { readonly member: ListMember; readonly isThere: true };

/** Makes a row for each member, or takes the one that is there into the batch. What may be in the list stays as it is. */
export async function saveRows(
    members: readonly ListMember[],
    list: DialerList,
    batchId: string,
    desk: Desk
): Promise<readonly Saved[]> {
    const keyOf = ({ number }: ListMember): string => listKey(list.process, list.listId, number);
    const made = await Promise.all(members.map((member) => make(member, list, batchId, keyOf(member))));
    const before = made.flatMap((one) => ('isThere' in one ? [keyOf(one.member)] : []));
    const known: KnownRows = before.length > 0 ? await desk.look(before) : new Map();
    const taken = (one: Made): Promise<Saved> => {
        return 'isThere' in one
            ? take(one.member, known.get(keyOf(one.member).toLowerCase()), list, batchId)
            : Promise.resolve(one);
    };
    return Promise.all(made.map(taken));
}

async function make(member: ListMember, list: DialerList, batchId: string, key: string): Promise<Made> {
    const values = {
        ...valuesOf(member, list, batchId),
        Key__c: key,
        Server__c: list.serverId,
        Process_Name__c: list.process,
        List_ID__c: list.listId,
        Phone_Number__c: member.number
    };
    const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    try {
        const { id } = await createRecord({ apiName: 'ConVox_List_Entry__c', fields });
        return { member, entryId: id };
    } catch (error) {
        return readError(error).kind === 'duplicate' ? { member, isThere: true } : notSaved(member, error);
    }
}

/** Nobody can be sending a row any more that was begun that long ago: the flow sends only what was begun just now. */
const LONGEST_SENDING = 5 * 60_000;

async function take(member: ListMember, row: KnownRow | undefined, list: DialerList, batchId: string): Promise<Saved> {
    if (row === undefined || row.status === 'Accepted') {
        return { member, outcome: 'before', why: labels.before };
    }
    const isOnItsWay = row.status === 'Sending';
    if (isOnItsWay && Date.now() - Date.parse(row.sentAt) < LONGEST_SENDING) {
        return { member, outcome: 'before', why: labels.elsewhere };
    }
    const mayBeThere = isOnItsWay || row.status === 'Unknown';
    if (mayBeThere && !list.isOnceMore) {
        return { member, outcome: 'unknown', why: labels.unknownRow };
    }
    try {
        if (mayBeThere) {
            await updateRecord({ fields: { Id: row.id, Batch_ID__c: null, Status__c: 'Waiting' } });
        }
        await updateRecord({ fields: { ...valuesOf(member, list, batchId), Id: row.id } });
        return { member, entryId: row.id };
    } catch (error) {
        return notSaved(member, error);
    }
}

/** What a row has of whoever hands it over last. */
function valuesOf(member: ListMember, list: DialerList, batchId: string): Record<string, string | null> {
    return {
        Batch_ID__c: batchId,
        Campaign__c: list.campaignId || null,
        Columns__c: member.columns.join('|'),
        Contact__c: member.contactId || null,
        Lead__c: (member.contactId === '' && member.leadId) || null,
        Status__c: 'Waiting'
    };
}

function notSaved(member: ListMember, error: unknown): RowEnd {
    const { kind, lines } = readError(error);
    const why = fillIn(labels.notSaved, lines.join(' '));
    return { member, outcome: kind === 'invalid' ? 'refused' : 'waiting', why };
}
