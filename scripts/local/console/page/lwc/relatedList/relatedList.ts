import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { composition } from '../../../platform/session.ts';
import { onRecordChange } from '../../../platform/records/recordStore.ts';
import type { Stop } from '../../../platform/wires/wireAdapter.ts';
import { compactLayoutOf } from '../../data/compactLayout.ts';
import { iconOf } from '../../data/icons.ts';
import { nameFieldOf, readObjectInfo } from '../../../platform/records/objectInfo.ts';
import type { ObjectInfo } from '../../../platform/records/objectInfo.ts';
import { fieldOf } from '../../../platform/records/listView.ts';
import { literal } from '../../../platform/records/soql.ts';
import type { RowRequest } from '../../data/rowRequest.ts';

/** How many rows a related list shows at once. */
const ROWS = 6;

/** Records that look up to this one. */
export default class RelatedList extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';
    @api properties: Readonly<Record<string, string>> = {};
    childObjectApiName: string | undefined;
    lookupField = '';
    child: ObjectInfo | undefined;
    version = 0;
    total = 0;
    #stop: Stop | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    receiveParent({ data }: { data?: unknown }): void {
        const relationship = data
            ? readObjectInfo(data).childRelationships?.find((one) => this.isMeant(one))
            : undefined;
        this.childObjectApiName = relationship?.childObjectApiName;
        this.lookupField = relationship?.fieldName ?? '';
    }

    @wire(getObjectInfo, { objectApiName: '$childObjectApiName' })
    receiveChild({ data }: { data?: unknown }): void {
        this.child = data ? readObjectInfo(data) : undefined;
    }

    override connectedCallback(): void {
        this.#stop = onRecordChange(({ objectApiName }) => {
            if (objectApiName === undefined || objectApiName === this.childObjectApiName) {
                this.version += 1;
            }
        });
    }

    override disconnectedCallback(): void {
        this.#stop?.();
    }

    /** Metadata names a list by its relationship, `ConVox_Calls__r`, or by object and field, `Object__c.Field__c`. */
    private isMeant({
        relationshipName,
        childObjectApiName,
        fieldName
    }: {
        relationshipName?: string | null;
        childObjectApiName: string;
        fieldName: string;
    }): boolean {
        const name = this.properties['relatedListApiName'] ?? '';
        return name === relationshipName || name === `${childObjectApiName}.${fieldName}`;
    }

    get heading(): string {
        const { child } = this;
        const label =
            child && (composition.relationshipLabels[`${child.apiName}.${this.lookupField}`] ?? child.labelPlural);
        return label ? `${label} (${this.total})` : '';
    }

    get icon(): string {
        return iconOf(this.childObjectApiName ?? '');
    }

    /** The layout's columns for this list, else the child's compact layout, else its name. */
    private get columns(): readonly string[] {
        const { child } = this;
        const name = this.properties['relatedListApiName'];
        const ofLayout = composition.layouts[this.objectApiName]?.relatedLists.find(
            (list) => list.name === name
        )?.fields;
        const fields = ofLayout ?? compactLayoutOf(child?.apiName ?? '');
        const known = fields.map(fieldOf).filter((field) => child?.fields[field] !== undefined);
        return [...new Set([...(child ? [nameFieldOf(child)] : []), ...known])]
            .filter((field) => field !== this.lookupField)
            .slice(0, 5);
    }

    get request(): RowRequest | undefined {
        const { child } = this;
        return child && this.recordId
            ? {
                  info: child,
                  columns: this.columns,
                  where: `${this.lookupField} = ${literal(this.recordId)}`,
                  orderBy: 'CreatedDate DESC',
                  limit: ROWS,
                  version: this.version
              }
            : undefined;
    }

    receiveCount(event: CustomEvent<{ total: number }>): void {
        this.total = event.detail.total;
    }
}
