import { LightningElement } from 'lwc';
import { popTemplate } from 'c/convoxPopAddress';
import { labels } from './labels.ts';

/** What the ConVox engineer needs to know of this org. */
export default class ConvoxHandOver extends LightningElement {
    labels = labels;
    said = '';

    get popAddress(): string {
        // Lightning Web Security keeps the origin of the location to itself.
        return popTemplate(new URL(document.baseURI).origin);
    }

    async handleCopy(): Promise<void> {
        await navigator.clipboard.writeText(this.popAddress);
        this.said = labels.copied;
    }
}
