import { api, LightningElement } from 'lwc';
import * as z from 'zod/mini';
import type { FlexiPage } from '../../../composition.ts';
import { messagesOf } from '../../../platform/org/fetchResponse.ts';
import { askOrg } from '../../../platform/org/orgRequest.ts';
import { recordPageOf } from '../../data/recordPage.ts';

const Objects = z.object({
    objects: z.record(z.string(), z.object({ apiName: z.string(), keyPrefix: z.nullable(z.string()) }))
});

let prefixes: Promise<ReadonlyMap<string, string>> | undefined;

/** Objects by the prefix of their records' ids; asked for once. */
async function objectsByPrefix(): Promise<ReadonlyMap<string, string>> {
    const answer = await askOrg('/ui-api/object-info');
    if (!answer.ok) {
        prefixes = undefined;
        throw new Error(messagesOf(answer).join(' '));
    }
    const { objects } = z.parse(Objects, answer.content);
    return new Map(
        Object.values(objects).flatMap(({ apiName, keyPrefix }) => (keyPrefix ? [[keyPrefix, apiName]] : []))
    );
}

async function objectOf(recordId: string): Promise<string> {
    prefixes ??= objectsByPrefix();
    const found = (await prefixes).get(recordId.slice(0, 3));
    if (!found) {
        throw new Error(`No object of this org has records with ids like ${recordId}.`);
    }
    return found;
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
                    this.problem = error instanceof Error ? error.message : String(error);
                }
            );
        }
    }
}
