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
import { LIST_QUERY, NO_CAMPAIGN } from './listQuery.ts';
import { knownRequest, readKnownRows } from './knownRows.ts';
import type { KnownRequest, KnownRows } from './knownRows.ts';
import { handOver } from './handOver.ts';
import { lastList, readLists } from './lists.ts';
import type { ListOwner } from './lists.ts';
import { NOT_BEGUN, shownProgress } from './progress.ts';
import type { ShownProgress } from './progress.ts';
import type { Desk, MemberReader } from './rowEnd.ts';

/** Hands people to a list of ConVox's dialler, in chunks, each number once. `busy` tells when it begins and ends. */
export default class ConvoxListSender extends LightningElement {
    labels = labels;
    query = LIST_QUERY;
    /** Undefined until they are read. */
    lists?: readonly ListOwner[];
    process = '';
    listId = '';
    rights = rightsOf({});
    isSending = false;
    isStopping = false;
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
        this.progress = this.isSending ? this.progress : NOT_BEGUN;
    }

    get listVariables(): { campaignId: string } {
        return { campaignId: this.campaignId || NO_CAMPAIGN };
    }

    @wire(graphql, { query: '$query', variables: '$listVariables' })
    takeLists({ data, errors = [] }: GraphqlResult): void {
        this.failure = errors.length > 0 ? readError(errors) : undefined;
        this.lists = data ? readLists(data) : this.lists;
        Object.assign(this, this.process + this.listId === '' && lastList(data, this.campaignId));
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
        return this.lists?.length === 0;
    }

    get processOptions(): { label: string; value: string }[] {
        return this.lists?.map(({ process, name }) => ({ label: name, value: process })) ?? [];
    }

    /** While it sends, what was pressed keeps the cursor; a press more does nothing. */
    get cannotSend(): boolean {
        const hasList = /^\w{1,20}$/.test(this.listId) && this.lists?.some(({ process }) => process === this.process);
        return !this.isSending && (!hasList || !this.isRead || this.members.length === 0);
    }

    get shown(): ShownProgress {
        return shownProgress(this.progress, this.isSending, this.isStopping);
    }

    /** What became of another list's rows says nothing of this one. */
    handleList({ currentTarget, detail }: CustomEvent<{ value: string }>): void {
        const field =
            currentTarget instanceof HTMLElement && currentTarget.dataset.id === 'listId' ? 'listId' : 'process';
        Object.assign(this, { [field]: detail.value.trim(), progress: NOT_BEGUN });
    }

    handleSend(): Promise<void> {
        return this.send(undefined);
    }

    handleStop(): void {
        this.isStopping = true;
        this.template?.querySelector<HTMLElement>('[data-id="send"]')?.focus();
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
        const owner = this.lists?.find(({ process }) => process === this.process);
        const runner: unknown = this.refs?.runner;
        if (this.cannotSend || this.isSending || !owner || !isFlowRunner(runner)) {
            return;
        }
        this.beBusy(true);
        const members = await this.reader();
        if (members !== undefined) {
            const list = { ...owner, listId: this.listId, campaignId: this.campaignId };
            const desk: Desk = { run: (flow, inputs) => runner.run(flow, inputs), look: (keys) => this.look(keys) };
            await handOver({ members, list, onceMore, before: this.progress }, desk, (progress) => {
                this.progress = progress;
                return this.isConnected && !this.isStopping;
            });
        }
        this.beBusy(false);
    }

    /** Whoever cannot be looked up counts as being in the list. */
    private look(keys: readonly string[]): Promise<KnownRows> {
        return new Promise((told) => {
            Object.assign(this, { told, known: knownRequest(keys, Date.now()) });
        });
    }

    private beBusy(isSending: boolean): void {
        Object.assign(this, { isSending, isStopping: false });
        this.dispatchEvent(new CustomEvent('busy', { detail: isSending }));
    }
}
