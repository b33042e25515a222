import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { composition } from '../../../platform/session.ts';
import { readObjectInfo } from '../../../platform/records/objectInfo.ts';

/** All related lists of a record: those of its page layout, or one for each child relationship with a name. */
export default class RelatedLists extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName = '';
    lists: readonly { key: string; properties: Readonly<Record<string, string>> }[] = [];

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    receiveInfo({ data }: { data?: unknown }): void {
        if (data) {
            const { childRelationships = [] } = readObjectInfo(data);
            const named = childRelationships.flatMap(({ relationshipName }) => relationshipName ?? []);
            const ofLayout = composition.layouts[this.objectApiName]?.relatedLists.map(({ name }) => name);
            this.lists = (ofLayout ?? named).map((name) => ({ key: name, properties: { relatedListApiName: name } }));
        }
    }
}
