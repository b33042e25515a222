import { LightningElement, api, wire } from 'lwc';
import { newReferenceNumber } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { isFlowRunner } from 'c/convoxFlowRunner';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { labels } from './labels.ts';
import { rightsOf } from './listRights.ts';
import type { EntryInfo } from './listRights.ts';
import { MEMBER_QUERY } from './memberQuery.ts';
import { nextPage, planOf, readLists, readMembers } from './members.ts';
import type { LeftOut, ListOwner, Member } from './members.ts';
import { sendAll, sendChunk } from './sendChunk.ts';
import type { RowEnd } from './sendChunk.ts';

interface MemberRequest {
    readonly query: typeof MEMBER_QUERY;
    readonly variables: { readonly campaignId: string; readonly after: string | null };
}

/** Hands the members of a campaign to a list of ConVox's dialler, in chunks, each number once. */
export default class ConvoxListSender extends LightningElement {
    labels = labels;
    request?: MemberRequest;
    members: readonly Member[] = [];
    lists: readonly ListOwner[] = [];
    process = '';
    listId = '';
    isRead = false;
    rights = rightsOf({});
    isSending = false;
    total = 0;
    ends: readonly RowEnd[] = [];
    leftOut: readonly LeftOut[] = [];
    failure?: ErrorReport;

    @api
    get recordId(): string {
        return this.request?.variables.campaignId ?? '';
    }
    set recordId(campaignId: string) {
        this.members = [];
        this.isRead = false;
        this.request = { query: MEMBER_QUERY, variables: { campaignId, after: null } };
    }

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takePage({ data, errors = [] }: GraphqlResult): void {
        if (errors.length > 0) {
            this.failure = readError(errors);
        } else if (data && !this.isRead) {
            this.members = [...this.members, ...readMembers(data)];
            this.lists = readLists(data);
            const after = nextPage(data);
            this.isRead = after === '';
            if (after !== '' && this.request) {
                this.request = { ...this.request, variables: { ...this.request.variables, after } };
            }
        }
    }

    @wire(getObjectInfo, { objectApiName: 'ConVox_List_Entry__c' })
    takeRights(answer: EntryInfo): void {
        this.rights = rightsOf(answer);
    }

    get hasNoList(): boolean {
        return this.isRead && this.lists.length === 0;
    }

    get membersText(): string {
        return fillIn(labels.members, this.members.length);
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
        Object.assign(this, { isSending: true, ends: [], leftOut, total: rows.length });
        const list = { ...owner, listId: this.listId, campaignId: this.recordId };
        await sendAll(
            rows,
            (chunk) =>
                sendChunk(chunk, list, newReferenceNumber(), (inputs) => runner.run('ConVox_Send_List_Rows', inputs)),
            (ends) => {
                this.ends = [...this.ends, ...ends];
                return this.isConnected;
            }
        );
        this.isSending = false;
    }
}
