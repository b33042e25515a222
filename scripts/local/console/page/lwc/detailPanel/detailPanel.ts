import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { composition } from '../../../platform/session.ts';
import { readObjectInfo, sectionsOfAllFields } from '../../../platform/records/objectInfo.ts';
import type { FieldSection } from '../../../platform/records/objectInfo.ts';

/** All details of a record: the sections of its page layout, or every field where there is no layout. */
export default class DetailPanel extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    sections: readonly (FieldSection & { key: string })[] = [];

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    receiveInfo({ data }: { data?: unknown }): void {
        if (data) {
            const info = readObjectInfo(data);
            const layout = composition.layouts[info.apiName]?.sections ?? sectionsOfAllFields(info);
            this.sections = layout.map((section, index) => ({ ...section, key: `${index} ${section.label}` }));
        }
    }
}
