import { LightningElement, api, wire } from 'lwc';
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
import { handOver } from './handOver.ts';
import { readLists } from './lists.ts';
import type { ListOwner } from './lists.ts';
import { NOT_BEGUN, shownProgress } from './progress.ts';
import type { ShownProgress } from './progress.ts';
import type { Desk, MemberReader } from './rowEnd.ts';

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
    @api reader: MemberReader = () => Promise.resolve(this.everybody);

    @api
    get members(): readonly ListMember[] {
        return this.everybody;
    }
    set members(members: readonly ListMember[]) {
        this.everybody = members;
        if (!this.isSending) {
            this.progress = NOT_BEGUN;
        }
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
        const rows = readKnownRows(data, this.known);
        if (rows && (data || errors.length > 0)) {
            this.told(rows);
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
        return this.lists.map(({ process, name }) => ({ label: name, value: process }));
    }

    /** While it sends, what was pressed keeps the cursor; a press more does nothing. */
    get cannotSend(): boolean {
        const hasList = /^\w{1,20}$/.test(this.listId) && this.lists.some(({ process }) => process === this.process);
        return !this.isSending && (!hasList || !this.isRead || this.members.length === 0);
    }

    get shown(): ShownProgress {
        return shownProgress(this.progress, this.isSending);
    }

    /** What became of another list's rows says nothing of this one. */
    handleProcess({ detail }: CustomEvent<{ value: string }>): void {
        this.process = detail.value;
        this.progress = NOT_BEGUN;
    }

    handleListId({ detail }: CustomEvent<{ value: string }>): void {
        this.listId = detail.value.trim();
        this.progress = NOT_BEGUN;
    }

    handleSend(): Promise<void> {
        return this.send(undefined);
    }

    /** Somebody has looked into the list: for one number, or for all of which nobody knew. */
    handleOnceMore({ currentTarget }: Event): Promise<void> {
        const number = currentTarget instanceof HTMLElement ? currentTarget.dataset.number : undefined;
        this.template?.querySelector<HTMLElement>('[data-id="send"]')?.focus();
        const unknown = this.progress.ends.filter(({ outcome }) => outcome === 'unknown');
        return this.send(number ? [number] : unknown.map(({ member }) => member.number));
    }

    /** As long as the page is open; what was not begun is not sent. */
    private async send(onceMore: readonly string[] | undefined): Promise<void> {
        const owner = this.lists.find(({ process }) => process === this.process);
        const runner: unknown = this.refs?.runner;
        if (this.cannotSend || this.isSending || !owner || !isFlowRunner(runner)) {
            return;
        }
        this.beBusy(true);
        const members = await this.reader();
        if (members !== undefined) {
            const list = { ...owner, listId: this.listId, campaignId: this.campaignId };
            const desk: Desk = { run: (flow, inputs) => runner.run(flow, inputs), look: (keys) => this.look(keys) };
            const wanted = { members, list, onceMore, before: this.progress };
            await handOver(wanted, desk, (progress) => {
                this.progress = progress;
                return this.isConnected;
            });
        }
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
