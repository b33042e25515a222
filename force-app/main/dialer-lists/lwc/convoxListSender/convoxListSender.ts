import { LightningElement, api, wire } from 'lwc';
import { newReferenceNumber } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { isFlowRunner } from 'c/convoxFlowRunner';
import type { ListMember } from 'c/convoxListMember';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { labels } from './labels.ts';
import { rightsOf } from './listRights.ts';
import type { EntryInfo } from './listRights.ts';
import { LIST_QUERY } from './listQuery.ts';
import { knownRequest, readKnownRows } from './knownRows.ts';
import type { KnownRequest, KnownRows } from './knownRows.ts';
import { readLists } from './lists.ts';
import type { ListOwner } from './lists.ts';
import { planOf } from './plan.ts';
import { NOT_BEGUN, shownProgress } from './progress.ts';
import type { ShownProgress } from './progress.ts';
import { sendAll, sendChunk } from './sendChunk.ts';
import type { Desk } from './sendChunk.ts';

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
    progress = NOT_BEGUN;
    failure?: ErrorReport;
    everybody: readonly ListMember[] = [];
    known?: KnownRequest;
    told: (rows: KnownRows) => void = () => undefined;

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

    @wire(graphql, { query: '$known.query', variables: '$known.variables' })
    takeKnown({ data, errors = [] }: GraphqlResult): void {
        if (data || errors.length > 0) {
            this.told(readKnownRows(data));
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

    get shown(): ShownProgress {
        return shownProgress(this.progress);
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
        this.progress = NOT_BEGUN;
    }

    /** One chunk after the other, as long as the page is open; what was not begun is not sent. */
    async handleSend(): Promise<void> {
        const owner = this.lists.find(({ process }) => process === this.process);
        const runner: unknown = this.refs?.runner;
        if (this.cannotSend || !owner || !isFlowRunner(runner)) {
            return;
        }
        const { rows, leftOut } = planOf(this.members);
        this.progress = { ends: [], leftOut, total: rows.length };
        this.beBusy(true);
        const list = { ...owner, listId: this.listId, campaignId: this.campaignId };
        const desk: Desk = { run: (flow, inputs) => runner.run(flow, inputs), look: (keys) => this.look(keys) };
        await sendAll(
            rows,
            (chunk) => sendChunk(chunk, list, newReferenceNumber(), desk),
            (ends) => {
                this.progress = { ...this.progress, ends: [...this.progress.ends, ...ends] };
                return this.isConnected;
            }
        );
        this.beBusy(false);
    }

    /** Whoever cannot be looked up counts as being in the list. */
    private look(keys: readonly string[]): Promise<KnownRows> {
        return new Promise((told) => {
            this.told = told;
            this.known = knownRequest(keys, Date.now());
        });
    }

    private beBusy(isSending: boolean): void {
        this.isSending = isSending;
        this.dispatchEvent(new CustomEvent('busy', { detail: isSending }));
    }
}
