import { readError } from 'c/convoxErrors';
import type { ListMember } from 'c/convoxListMember';
import { listKey } from 'c/convoxListUpload';
import { fillIn } from 'c/convoxText';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { KnownRow, KnownRows } from './knownRows.ts';
import { labels } from './labels.ts';
import type { Desk, DialerList, RowEnd } from './rowEnd.ts';
import { unsentBatches } from './unsentBatches.ts';

/** A row that is in the batch. */
export interface SavedRow {
    readonly member: ListMember;
    readonly entryId: string;
}

/** A row, or why none is in the batch. */
type Saved = SavedRow | RowEnd;

/** Makes a row for each member, or takes the one that is there into the batch. What may be in the list stays as it is. */
export async function saveRows(
    members: readonly ListMember[],
    list: DialerList,
    batchId: string,
    desk: Desk
): Promise<readonly Saved[]> {
    const made = await Promise.all(members.map((member) => make(member, list, batchId)));
    const there = members.filter((_, index) => made[index] === 'is there');
    const taken = there.length > 0 ? await takeAll(there, list, batchId, desk) : [];
    return [...made.filter((one) => one !== 'is there'), ...taken];
}

/** Whom the org refuses is looked up once more: the row may be somebody else's since. */
async function takeAll(
    members: readonly ListMember[],
    list: DialerList,
    batchId: string,
    desk: Desk
): Promise<readonly Saved[]> {
    const known = await desk.look(members.map((member) => keyOf(member, list)));
    const taken = await Promise.all(members.map((member) => take(member, rowOf(known, member, list), list, batchId)));
    const refused = taken.filter((one) => 'outcome' in one && one.outcome === 'refused');
    if (refused.length === 0) {
        return taken;
    }
    const since = await desk.look(refused.map(({ member }) => keyOf(member, list)));
    return taken.map((one) => {
        const row = refused.includes(one) ? rowOf(since, one.member, list) : undefined;
        return { ...one, ...(row && whyItStays(row, false)) };
    });
}

function keyOf({ number }: ListMember, { serverId, ownProcess, listId }: DialerList): string {
    return listKey(serverId, ownProcess, listId, number);
}

function rowOf(rows: KnownRows, member: ListMember, list: DialerList): KnownRow | undefined {
    return rows.get(keyOf(member, list).toLowerCase());
}

async function make(member: ListMember, list: DialerList, batchId: string): Promise<Saved | 'is there'> {
    const values = {
        ...valuesOf(member, list, batchId),
        Key__c: keyOf(member, list),
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
        return readError(error).kind === 'duplicate' ? 'is there' : notSaved(member, error);
    }
}

/** What a row is that may be in the list. */
const MAY_BE_THERE = new Set(['Sending', 'Unknown']);

/** Nobody can be sending a row any more that was begun that long ago: the flow sends only what was begun just now. */
const LONGEST_SENDING = 5 * 60_000;

/** Why a row is not taken: what became of it, or may have. Undefined when it may be. */
function whyItStays(row: KnownRow | undefined, isOnceMore: boolean): Pick<RowEnd, 'outcome' | 'why'> | undefined {
    if (row === undefined || row.status === 'Accepted') {
        return { outcome: 'before', why: labels.before };
    }
    if (isUnsent(row)) {
        return undefined;
    }
    if (row.status === 'Sending' && Date.now() - Date.parse(row.sentAt) < LONGEST_SENDING) {
        return { outcome: 'before', why: labels.elsewhere };
    }
    return MAY_BE_THERE.has(row.status) && !isOnceMore ? { outcome: 'unknown', why: labels.unknownRow } : undefined;
}

async function take(member: ListMember, row: KnownRow | undefined, list: DialerList, batchId: string): Promise<Saved> {
    const stays = whyItStays(row, list.isOnceMore);
    if (stays || row === undefined) {
        return { member, outcome: 'before', why: labels.before, ...stays };
    }
    try {
        if (MAY_BE_THERE.has(row.status)) {
            await updateRecord({ fields: { ...letGo(row), Id: row.id } });
        }
        await updateRecord({ fields: { ...valuesOf(member, list, batchId), Id: row.id } });
        return { member, entryId: row.id };
    } catch (error) {
        return notSaved(member, error);
    }
}

/** It was marked for this page, which has not sent it. */
function isUnsent({ status, batchId }: KnownRow): boolean {
    return status === 'Sending' && unsentBatches.has(batchId);
}

/** A row that is being sent is let go at once only by whoever says of its batch that it was not sent. */
function letGo(row: KnownRow): Record<string, string | null> {
    const waiting = { Batch_ID__c: null, Status__c: 'Waiting' };
    return isUnsent(row) ? { ...waiting, Reply__c: `WAITING - ${row.batchId}` } : waiting;
}

/** What a row has of whoever hands it over last. */
function valuesOf(member: ListMember, list: DialerList, batchId: string): Record<string, string | null> {
    return {
        Batch_ID__c: batchId,
        Campaign__c: list.campaignId || null,
        Campaign_Member_ID__c: (list.campaignId !== '' && member.id) || null,
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
