import { api, LightningElement } from 'lwc';
import * as z from 'zod/mini';
import type { FlexiPage } from '../../../composition.ts';
import { messagesOf } from '../../../platform/org/fetchResponse.ts';
import { askOrg } from '../../../platform/org/orgRequest.ts';
import { recordPageOf } from '../../data/recordPage.ts';

const Objects = z.object({
    objects: z.record(z.string(), z.object({ apiName: z.string(), keyPrefix: z.nullable(z.string()) }))
});

/** Finds the object of a record by the prefix of its id. */
async function objectOf(recordId: string): Promise<string> {
    const answer = await askOrg('/ui-api/object-info');
    if (!answer.ok) {
        throw new Error(messagesOf(answer).join(' '));
    }
    const { objects } = z.parse(Objects, answer.content);
    const found = Object.values(objects).find(({ keyPrefix }) => keyPrefix !== null && recordId.startsWith(keyPrefix));
    if (!found) {
        throw new Error(`No object of this org has records with ids like ${recordId}.`);
    }
    return found.apiName;
}

/** A record's page, as the app's FlexiPage for its object composes it. */
export default class RecordPage extends LightningElement {
    @api recordId = '';
    page: FlexiPage | undefined;
    problem = '';
    currentObject: string | undefined;

    @api get objectApiName(): string | undefined {
        return this.currentObject;
    }
    set objectApiName(name: string | undefined) {
        this.currentObject = name;
        this.page = name === undefined ? undefined : recordPageOf(name);
    }

    override connectedCallback(): void {
        if (this.currentObject === undefined) {
            objectOf(this.recordId).then(
                (name) => {
                    this.objectApiName = name;
                },
                (error: unknown) => {
                    this.problem = String(error);
                }
            );
        }
    }
}
