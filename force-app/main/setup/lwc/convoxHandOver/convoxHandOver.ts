import { LightningElement, api } from 'lwc';
import { readSetupFacts } from 'c/convoxSetupChecks';
import type { SetupFacts } from 'c/convoxSetupChecks';
import { firstToDo, handOver } from './handOver.ts';
import { labels } from './labels.ts';
import { printText } from './printed.ts';

/** What the ConVox engineer needs to know of this org. */
export default class ConvoxHandOver extends LightningElement {
    @api facts: SetupFacts = readSetupFacts(undefined, undefined);

    labels = labels;
    gateway = '';
    said = '';

    get toDo(): string {
        return firstToDo(this.facts, this.gateway);
    }

    get sheet(): string {
        // Lightning Web Security keeps the origin of the location to itself.
        return handOver(this.facts, new URL(document.baseURI).origin, this.gateway.replace(/\/+$/, ''));
    }

    handleGateway({ detail }: CustomEvent<{ value: string }>): void {
        this.gateway = detail.value.trim();
        this.said = '';
    }

    handlePrint(): void {
        const place: unknown = this.refs?.page;
        if (place instanceof Element) {
            printText(place, labels.heading, this.sheet);
        }
    }

    async handleCopy(): Promise<void> {
        try {
            await navigator.clipboard.writeText(this.sheet);
            this.said = labels.copied;
        } catch {
            this.said = labels.notCopied;
        }
    }
}
