import { readError } from 'c/convoxErrors';
import type { ListMember } from 'c/convoxListMember';
import { textAt } from 'c/convoxPath';
import { fillIn } from 'c/convoxText';
import { listKey, MOST_ROWS, readResults } from 'c/convoxListUpload';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { labels } from './labels.ts';
import type { ListOwner } from './lists.ts';
import type { LeftOut } from './plan.ts';

export interface DialerList extends ListOwner {
    readonly listId: string;
    readonly campaignId: string;
}

/** What became of a member. */
export type RowEnd = { readonly outcome: 'accepted' | 'refused' | 'unknown'; readonly told: LeftOut };

/** Runs the flow that sends the rows of a batch, once; never rejects. */
export type RunBatch = (inputs: Readonly<Record<string, string>>) => Promise<Readonly<Record<string, unknown>>>;

interface Saved {
    readonly member: ListMember;
    readonly entryId: string;
    readonly failure: string;
}

/**
 * Saves a row for each member and hands the rows over together, once. The row remembers that it may have been sent: whoever is in
 * the list already is not sent again, and what nobody answered for stays unknown.
 */
export async function sendChunk(
    members: readonly ListMember[],
    list: DialerList,
    batchId: string,
    run: RunBatch
): Promise<RowEnd[]> {
    const saved = await Promise.all(members.map((member) => save(member, list, batchId)));
    const rows = saved.filter(({ entryId }) => entryId !== '');
    const { server, process, listId } = list;
    const outputs = rows.length > 0 ? await run({ batchId, server, process, listId }) : {};
    const reply = textAt(outputs, 'reply');
    const results = readResults(reply);
    if (reply === '') {
        await Promise.all(rows.map(({ entryId }) => giveUp(entryId)));
    }
    const words = (entryId: string): string => results.get(entryId) ?? (reply.startsWith('REFUSED') ? reply : '');
    return saved.map(({ member, entryId, failure }) => {
        return entryId === '' ? endOf(member, 'refused', failure) : judged(member, words(entryId));
    });
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

async function save(member: ListMember, list: DialerList, batchId: string): Promise<Saved> {
    const values = {
        Key__c: listKey(list.server, list.process, list.listId, member.number),
        Campaign__c: list.campaignId,
        Contact__c: member.contactId,
        Lead__c: member.contactId === '' ? member.leadId : '',
        Server__c: list.serverId,
        Process_Name__c: list.process,
        List_ID__c: list.listId,
        Batch_ID__c: batchId,
        Phone_Number__c: member.number,
        Columns__c: member.columns.join('|'),
        Status__c: 'Sending'
    };
    const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    try {
        const { id } = await createRecord({ apiName: 'ConVox_List_Entry__c', fields });
        return { member, entryId: id, failure: '' };
    } catch (error) {
        const { kind, lines } = readError(error);
        const failure = kind === 'duplicate' ? labels.before : fillIn(labels.notSaved, lines.join(' '));
        return { member, entryId: '', failure };
    }
}

/** Without an answer the row may have arrived. Whether this is saved or not, it is not sent again. */
async function giveUp(entryId: string): Promise<void> {
    await updateRecord({ fields: { Id: entryId, Status__c: 'Unknown' } }).catch(() => undefined);
}

function judged(member: ListMember, words: string): RowEnd {
    if (words.startsWith('ACCEPTED')) {
        return endOf(member, 'accepted', words);
    }
    return words.startsWith('REFUSED')
        ? endOf(member, 'refused', words.slice('REFUSED '.length))
        : endOf(member, 'unknown', labels.unknownRow);
}

function endOf({ id, name, number }: ListMember, outcome: RowEnd['outcome'], why: string): RowEnd {
    return { outcome, told: { id, name, number, why } };
}
