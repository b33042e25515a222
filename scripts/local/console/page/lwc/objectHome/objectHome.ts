import { api, LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ListView } from '../../../composition.ts';
import { messagesOf } from '../../../platform/org/fetchResponse.ts';
import { composition, session } from '../../../platform/session.ts';
import { onRecordChange } from '../../../platform/records/recordStore.ts';
import type { Stop } from '../../../platform/wires/wireAdapter.ts';
import { compactLayoutOf } from '../../data/compactLayout.ts';
import { iconOf } from '../../data/icons.ts';
import { listViewColumns, listViewCondition, listViewsOf } from '../../../platform/records/listView.ts';
import { readObjectInfo } from '../../../platform/records/objectInfo.ts';
import type { ObjectInfo } from '../../../platform/records/objectInfo.ts';
import type { RowRequest } from '../../data/rowRequest.ts';

const ROWS = 50;

/** An object's home: a list view's records, newest first, and the button for a new one. */
export default class ObjectHome extends NavigationMixin(LightningElement) {
    @api objectApiName = '';
    @api tabId: string | undefined;
    @api state: Readonly<Record<string, string>> | undefined;
    info: ObjectInfo | undefined;
    problem = '';
    chosen: string | undefined;
    version = 0;
    total = 0;
    #stop: Stop | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    receiveInfo({ data, error }: { data?: unknown; error?: unknown }): void {
        this.info = data ? readObjectInfo(data) : undefined;
        this.problem = error ? messagesOf(error).join(' ') : '';
    }

    override connectedCallback(): void {
        this.#stop = onRecordChange(() => {
            this.version += 1;
        });
    }

    override disconnectedCallback(): void {
        this.#stop?.();
    }

    get views(): readonly [...ListView[], ListView] {
        return listViewsOf(composition, this.objectApiName);
    }

    get view(): ListView {
        const name = this.chosen ?? this.state?.['filterName'];
        return this.views.find((view) => view.name === name) ?? this.views[0];
    }

    get viewOptions(): { label: string; value: string }[] {
        return this.views.map(({ label, name }) => ({ label, value: name }));
    }

    get request(): RowRequest | undefined {
        const { info, view } = this;
        if (!info) {
            return undefined;
        }
        const where = listViewCondition(info, view, session.user.id);
        return {
            info,
            columns: listViewColumns(info, view, compactLayoutOf(info.apiName)),
            ...(where && { where }),
            orderBy: 'LastModifiedDate DESC',
            limit: ROWS,
            version: this.version
        };
    }

    get icon(): string {
        return iconOf(this.objectApiName);
    }

    get label(): string {
        return this.info?.labelPlural ?? '';
    }

    get summary(): string {
        return `${this.total} ${this.total === 1 ? 'item' : 'items'}, sorted by last change`;
    }

    receiveCount(event: CustomEvent<{ total: number }>): void {
        this.total = event.detail.total;
    }

    chooseView(event: CustomEvent<{ value: string }>): void {
        this.chosen = event.detail.value;
    }

    refresh(): void {
        this.version += 1;
    }

    create(): void {
        this[NavigationMixin.Navigate]({
            type: 'standard__objectPage',
            attributes: { objectApiName: this.objectApiName, actionName: 'new' }
        });
    }
}
