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
import { listRequest } from './listQuery.ts';
import type { ListRequest } from './listQuery.ts';
import { knownRequest, readKnownRows } from './knownRows.ts';
import type { KnownRequest, KnownRows } from './knownRows.ts';
import { handOver } from './handOver.ts';
import { isChosen, lastList, NO_CHOICE, ownerOf, readLists } from './lists.ts';
import type { ListChoice, ListOwner } from './lists.ts';
import { NOT_BEGUN, shownProgress, unknownNumbers } from './progress.ts';
import type { ShownProgress } from './progress.ts';
import type { Desk, MemberReader } from './rowEnd.ts';

/** Hands people to a list of ConVox's dialler, in chunks, each number once. `busy` tells when it begins and ends. */
export default class ConvoxListSender extends LightningElement {
    labels = labels;
    lists?: readonly ListOwner[];
    choice = NO_CHOICE;
    rights = rightsOf({});
    isSending = false;
    isStopping = false;
    progress = NOT_BEGUN;
    failure?: ErrorReport;
    everybody: readonly ListMember[] = [];
    known?: KnownRequest;
    told: (rows: KnownRows) => void = () => undefined;
    handleProcess = ({ detail }: CustomEvent<{ value: string }>): void => this.turnTo({ process: detail.value });
    handleListId = ({ detail }: CustomEvent<{ value: string }>): void => this.turnTo({ listId: detail.value.trim() });
    handleSend = (): Promise<void> => this.send(undefined);

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

    get asked(): ListRequest {
        return listRequest(this.campaignId);
    }

    @wire(graphql, { query: '$asked.query', variables: '$asked.variables' })
    takeLists({ data, errors = [] }: GraphqlResult): void {
        this.failure = errors.length > 0 ? readError(errors) : undefined;
        this.lists = data ? readLists(data) : this.lists;
        this.choice = isChosen(this.choice) ? this.choice : (lastList(data, this.campaignId) ?? NO_CHOICE);
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

    get owner(): ListOwner | undefined {
        return ownerOf(this.lists ?? [], this.choice);
    }

    /** While it sends, what was pressed keeps the cursor; a press more does nothing. */
    get cannotSend(): boolean {
        return !this.isSending && (!this.owner || !this.isRead || this.members.length === 0);
    }

    get shown(): ShownProgress {
        return shownProgress(this.progress, this.isSending, this.isStopping);
    }

    handleStop(): void {
        this.isStopping = true;
        this.template?.querySelector<HTMLElement>('[data-id="send"]')?.focus();
    }

    /** Somebody has looked into the list: for one number, or for all of which nobody knew. */
    handleOnceMore({ currentTarget }: Event): Promise<void> {
        const number = currentTarget instanceof HTMLElement ? currentTarget.dataset.number : undefined;
        this.template?.querySelector<HTMLElement>('[data-id="send"]')?.focus();
        return this.send(number ? [number] : unknownNumbers(this.progress));
    }

    /** What became of another list's rows says nothing of this one. */
    private turnTo(change: Partial<ListChoice>): void {
        this.choice = { ...this.choice, ...change };
        this.progress = NOT_BEGUN;
    }

    /** As long as the page is open; what was not begun is not sent. */
    private async send(onceMore: readonly string[] | undefined): Promise<void> {
        const { owner } = this;
        const runner: unknown = this.refs?.runner;
        if (this.cannotSend || this.isSending || !owner || !isFlowRunner(runner)) {
            return;
        }
        this.beBusy(true);
        const members = await this.reader();
        if (members !== undefined) {
            const list = { ...owner, listId: this.choice.listId, campaignId: this.campaignId };
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
            this.told = told;
            this.known = knownRequest(keys, Date.now());
        });
    }

    private beBusy(isSending: boolean): void {
        this.isSending = isSending;
        this.isStopping = false;
        this.dispatchEvent(new CustomEvent('busy', { detail: isSending }));
    }
}
