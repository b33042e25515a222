import { LightningElement, wire } from 'lwc';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import type { ListMember } from 'c/convoxListMember';
import { fillIn } from 'c/convoxText';
import { getListInfosByObjectName, getListRecordsByName } from 'lightning/uiListsApi';
import type { ListInfoSummaryCollection, ListRecordCollection } from 'lightning/uiListsApi';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import type { ObjectInfosResult } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import { labels } from './labels.ts';
import { LIST_SOURCES, readRecords } from './viewRecords.ts';

interface Option {
    readonly label: string;
    readonly value: string;
}

/** Records and list views that one request can bring: the platform's limit. */
const MOST = 2000;

/** Hands the people of a list view to a list of ConVox's dialler. */
export default class ConvoxListViewSender extends LightningElement {
    labels = labels;
    mostRows = MOST;
    objects = [...LIST_SOURCES.keys()];
    objectOptions: readonly Option[] = [];
    viewOptions: readonly Option[] = [];
    /** Undefined keeps the platform from asking. */
    object?: string;
    view?: string;
    members: readonly ListMember[] = [];
    isRead = false;
    hasMore = false;
    isBusy = false;
    failure?: ErrorReport;
    readings = 0;
    /** Waits for the records that are read anew. */
    told?: (members?: readonly ListMember[]) => void;

    @wire(getObjectInfos, { objectApiNames: '$objects' })
    takeObjects({ data, error }: Partial<WireResult<ObjectInfosResult>>): void {
        this.failure = error === undefined ? this.failure : readError(error);
        const known = data?.results.filter(({ statusCode }) => statusCode === 200) ?? [];
        this.objectOptions = known.map(({ result }) => ({ label: result.labelPlural, value: result.apiName }));
    }

    @wire(getListInfosByObjectName, { objectApiName: '$object', pageSize: '$mostRows' })
    takeViews({ data, error }: Partial<WireResult<ListInfoSummaryCollection>>): void {
        this.failure = error === undefined ? this.failure : readError(error);
        this.viewOptions = data?.lists.map(({ apiName, label }) => ({ label, value: apiName })) ?? [];
    }

    @wire(getListRecordsByName, {
        objectApiName: '$object',
        listViewApiName: '$view',
        optionalFields: '$optionalFields',
        pageSize: '$mostRows'
    })
    takeRecords({ data, error }: Partial<WireResult<ListRecordCollection>>): void {
        this.failure = error === undefined ? this.failure : readError(error);
        if (data && this.object !== undefined && (this.told || !this.isRead)) {
            this.members = readRecords(this.object, data.records);
            this.hasMore = data.nextPageToken !== null;
            this.isRead = true;
        }
        if (data || error !== undefined) {
            this.told?.(data && this.members);
            this.told = undefined;
        }
    }

    /** In another order each time: what was asked before may come from a cache. */
    get optionalFields(): readonly string[] | undefined {
        const fields = LIST_SOURCES.get(this.object ?? '')?.optionalFields;
        const first = this.readings % (fields?.length ?? 1);
        return fields && [...fields.slice(first), ...fields.slice(0, first)];
    }

    reader = (): Promise<readonly ListMember[] | undefined> =>
        new Promise((told) => {
            this.failure = undefined;
            this.told = told;
            this.readings += 1;
        });

    get hasNoView(): boolean {
        return this.viewOptions.length === 0;
    }

    get cannotChooseView(): boolean {
        return this.isBusy || this.hasNoView;
    }

    get isReading(): boolean {
        return this.view !== undefined && !this.isRead && !this.failure;
    }

    get membersText(): string {
        return fillIn(this.hasMore ? labels.firstMembers : labels.members, this.members.length);
    }

    handleObject({ detail }: CustomEvent<{ value: string }>): void {
        this.object = detail.value;
        this.viewOptions = [];
        this.readAnew(undefined);
    }

    handleView({ detail }: CustomEvent<{ value: string }>): void {
        this.readAnew(detail.value);
    }

    handleBusy({ detail }: CustomEvent<boolean>): void {
        this.isBusy = detail;
    }

    private readAnew(view: string | undefined): void {
        Object.assign(this, { view, members: [], isRead: false, hasMore: false, failure: undefined });
    }
}
