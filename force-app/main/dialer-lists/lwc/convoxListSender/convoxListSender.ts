import { LightningElement, api, wire } from 'lwc';
import { newReferenceNumber } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { isFlowRunner } from 'c/convoxFlowRunner';
import type { ListMember } from 'c/convoxListMember';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { labels } from './labels.ts';
import { rightsOf } from './listRights.ts';
import type { EntryInfo } from './listRights.ts';
import { LIST_QUERY } from './listQuery.ts';
import { readLists } from './lists.ts';
import type { ListOwner } from './lists.ts';
import { planOf } from './plan.ts';
import type { LeftOut } from './plan.ts';
import { sendAll, sendChunk } from './sendChunk.ts';
import type { RowEnd } from './sendChunk.ts';

/** Hands people to a list of ConVox's dialler, in chunks, each number once. `busy` tells when it begins and ends. */
export default class ConvoxListSender extends LightningElement {
    labels = labels;
    query = LIST_QUERY;
    lists: readonly ListOwner[] = [];
    areListsRead = false;
    process = '';
    listId = '';
    rights = rightsOf({});
    isSending = false;
    total = 0;
    ends: readonly RowEnd[] = [];
    leftOut: readonly LeftOut[] = [];
    failure?: ErrorReport;
    everybody: readonly ListMember[] = [];

    /** Whether all of them are there. */
    @api isRead = false;
    @api campaignId = '';

    @api
    get members(): readonly ListMember[] {
        return this.everybody;
    }
    set members(members: readonly ListMember[]) {
        this.everybody = members;
        this.forget();
    }

    @wire(graphql, { query: '$query' })
    takeLists({ data, errors = [] }: GraphqlResult): void {
        this.failure = errors.length > 0 ? readError(errors) : undefined;
        if (data) {
            this.lists = readLists(data);
            this.areListsRead = true;
        }
    }

    @wire(getObjectInfo, { objectApiName: 'ConVox_List_Entry__c' })
    takeRights(answer: EntryInfo): void {
        this.rights = rightsOf(answer);
    }

    get hasNoList(): boolean {
        return this.areListsRead && this.lists.length === 0;
    }

    get processOptions(): { label: string; value: string }[] {
        return this.lists.map(({ process }) => ({ label: process, value: process }));
    }

    get cannotSend(): boolean {
        const hasList = /^\w{1,20}$/.test(this.listId) && this.lists.some(({ process }) => process === this.process);
        return !hasList || !this.isRead || this.isSending || this.members.length === 0;
    }

    get isBegun(): boolean {
        return this.total > 0 || this.leftOut.length > 0;
    }

    get percent(): number {
        return this.total === 0 ? 100 : Math.round((this.ends.length / this.total) * 100);
    }

    get summary(): string[] {
        const count = (outcome: RowEnd['outcome']): number => this.ends.filter((end) => end.outcome === outcome).length;
        return [
            fillIn(labels.progress, this.ends.length, this.total),
            fillIn(labels.accepted, count('accepted')),
            fillIn(labels.refused, count('refused') + this.leftOut.length),
            ...(count('unknown') > 0 ? [fillIn(labels.unknown, count('unknown'))] : [])
        ];
    }

    get summaryText(): string {
        return this.summary.join(' · ');
    }

    /** Those to look after. */
    get work(): LeftOut[] {
        return [...this.ends.flatMap(({ outcome, told }) => (outcome === 'accepted' ? [] : [told])), ...this.leftOut];
    }

    handleProcess({ detail }: CustomEvent<{ value: string }>): void {
        this.process = detail.value;
        this.forget();
    }

    handleListId({ detail }: CustomEvent<{ value: string }>): void {
        this.listId = detail.value.trim();
        this.forget();
    }

    /** What became of another list's rows says nothing of this one. */
    forget(): void {
        Object.assign(this, { ends: [], leftOut: [], total: 0 });
    }

    /** One chunk after the other, as long as the page is open; what was not begun is not sent. */
    async handleSend(): Promise<void> {
        const owner = this.lists.find(({ process }) => process === this.process);
        const runner: unknown = this.refs?.runner;
        if (this.cannotSend || !owner || !isFlowRunner(runner)) {
            return;
        }
        const { rows, leftOut } = planOf(this.members);
        Object.assign(this, { ends: [], leftOut, total: rows.length });
        this.beBusy(true);
        const list = { ...owner, listId: this.listId, campaignId: this.campaignId };
        await sendAll(
            rows,
            (chunk) =>
                sendChunk(chunk, list, newReferenceNumber(), (inputs) => runner.run('ConVox_Send_List_Rows', inputs)),
            (ends) => {
                this.ends = [...this.ends, ...ends];
                return this.isConnected;
            }
        );
        this.beBusy(false);
    }

    private beBusy(isSending: boolean): void {
        this.isSending = isSending;
        this.dispatchEvent(new CustomEvent('busy', { detail: isSending }));
    }
}
