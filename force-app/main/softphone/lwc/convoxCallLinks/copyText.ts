import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { labels } from './labels.ts';

/** Copies the text and gives the toast that says whether the browser let it. */
export async function copyText(text: string): Promise<ShowToastEvent> {
    try {
        await navigator.clipboard.writeText(text);
        return new ShowToastEvent({ title: labels.copied, variant: 'success' });
    } catch {
        return new ShowToastEvent({ title: labels.notCopied, variant: 'warning' });
    }
}
