import { readError } from 'c/convoxErrors';
import type { ListMember } from 'c/convoxListMember';
import { listKey, MOST_ROWS, readResults } from 'c/convoxListUpload';
import { textAt } from 'c/convoxPath';
import { fillIn } from 'c/convoxText';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { KnownRows } from './knownRows.ts';
import { labels } from './labels.ts';
import type { ListOwner } from './lists.ts';
import type { LeftOut } from './plan.ts';

export interface DialerList extends ListOwner {
    readonly listId: string;
    readonly campaignId: string;
}

/** What became of a member. */
export type RowEnd = { readonly outcome: 'accepted' | 'refused' | 'unknown'; readonly told: LeftOut };

/** What sending needs of the page; neither rejects. */
export interface Desk {
    /** Runs a flow, once. */
    readonly run: (
        flow: string,
        inputs: Readonly<Record<string, string>>
    ) => Promise<Readonly<Record<string, unknown>>>;
    /** Rows that were made before, by their keys. */
    readonly look: (keys: readonly string[]) => Promise<KnownRows>;
}

/** A row that is about to be sent, or why none is. */
type Saved =
    { readonly member: ListMember; readonly entryId: string } | { readonly member: ListMember; readonly end: RowEnd };

/** A row with that key is there already. */
type Made = Saved | { readonly member: ListMember; readonly isThere: true };

/** What a row may be that nobody has in a list: it was not sent, or ConVox did not take it. */
const NOT_IN_THE_LIST = new Set(['Waiting', 'Refused']);

/**
 * Saves a row for each member, marks the rows as being sent, and hands them over together, once: a row that only waits was not
 * sent, whatever the page came to, and goes along the next time. Whoever is in the list already, or may be, is not sent again.
 */
export async function sendChunk(
    members: readonly ListMember[],
    list: DialerList,
    batchId: string,
    desk: Desk
): Promise<RowEnd[]> {
    const saved = await saveAll(members, list, batchId, desk);
    const rows = saved.flatMap((one) => ('entryId' in one ? [one.entryId] : []));
    const begun = rows.length > 0 ? await desk.run('ConVox_Begin_List_Rows', { batchId }) : {};
    if (textAt(begun, 'begun') !== 'yes') {
        const why = fillIn(labels.notSaved, textAt(begun, 'failure') || textAt(begun, 'fault'));
        return saved.map((one) => ('end' in one ? one.end : endOf(one.member, 'refused', why)));
    }
    const { server, process, listId } = list;
    const reply = textAt(await desk.run('ConVox_Send_List_Rows', { batchId, server, process, listId }), 'reply');
    const results = readResults(reply);
    const words = (entryId: string): string => results.get(entryId) ?? (reply.startsWith('REFUSED') ? reply : '');
    return saved.map((one) => ('end' in one ? one.end : judged(one.member, words(one.entryId))));
}

/** One chunk after the other, as long as somebody wants it. */
export async function sendAll(
    members: readonly ListMember[],
    send: (chunk: readonly ListMember[]) => Promise<readonly RowEnd[]>,
    told: (ends: readonly RowEnd[]) => boolean
): Promise<void> {
    const chunk = members.slice(0, MOST_ROWS);
    if (chunk.length > 0 && told(await send(chunk))) {
        await sendAll(members.slice(MOST_ROWS), send, told);
    }
}

async function saveAll(
    members: readonly ListMember[],
    list: DialerList,
    batchId: string,
    desk: Desk
): Promise<readonly Saved[]> {
    const keyOf = ({ number }: ListMember): string => listKey(list.process, list.listId, number);
    const made = await Promise.all(members.map((member) => save(member, list, batchId, keyOf(member))));
    const before = made.flatMap((one) => ('isThere' in one ? [keyOf(one.member)] : []));
    const known = before.length > 0 ? await desk.look(before) : new Map<string, never>();
    const again = (one: Made): Promise<Saved> => {
        return 'isThere' in one ? saveAgain(one.member, batchId, keyOf(one.member), known) : Promise.resolve(one);
    };
    return Promise.all(made.map(again));
}

async function save(member: ListMember, list: DialerList, batchId: string, key: string): Promise<Made> {
    const values = {
        Key__c: key,
        Campaign__c: list.campaignId,
        Contact__c: member.contactId,
        Lead__c: member.contactId === '' ? member.leadId : '',
        Server__c: list.serverId,
        Process_Name__c: list.process,
        List_ID__c: list.listId,
        Batch_ID__c: batchId,
        Phone_Number__c: member.number,
        Columns__c: member.columns.join('|'),
        Status__c: 'Waiting'
    };
    const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    try {
        const { id } = await createRecord({ apiName: 'ConVox_List_Entry__c', fields });
        return { member, entryId: id };
    } catch (error) {
        const { kind, lines } = readError(error);
        return kind === 'duplicate'
            ? { member, isThere: true }
            : { member, end: endOf(member, 'refused', fillIn(labels.notSaved, lines.join(' '))) };
    }
}

async function saveAgain(member: ListMember, batchId: string, key: string, known: KnownRows): Promise<Saved> {
    const { id = '', status = '' } = known.get(key.toLowerCase()) ?? {};
    if (!NOT_IN_THE_LIST.has(status)) {
        const mayBeThere = status === 'Sending' || status === 'Unknown';
        return { member, end: mayBeThere ? judged(member, '') : endOf(member, 'refused', labels.before) };
    }
    try {
        const fields = { Id: id, Batch_ID__c: batchId, Columns__c: member.columns.join('|'), Status__c: 'Waiting' };
        await updateRecord({ fields });
        return { member, entryId: id };
    } catch (error) {
        const why = fillIn(labels.notSaved, readError(error).lines.join(' '));
        return { member, end: endOf(member, 'refused', why) };
    }
}

function judged(member: ListMember, words: string): RowEnd {
    if (words.startsWith('ACCEPTED')) {
        return endOf(member, 'accepted', words);
    }
    return words.startsWith('REFUSED')
        ? endOf(member, 'refused', words.replace(/^REFUSED (?:- )?/, ''))
        : endOf(member, 'unknown', labels.unknownRow);
}

function endOf({ id, name, number }: ListMember, outcome: RowEnd['outcome'], why: string): RowEnd {
    return { outcome, told: { id, name, number, why } };
}
