import { LightningElement, api } from 'lwc';
import explain from '@salesforce/label/c.ConVox_Traffic_Explain';
import heading from '@salesforce/label/c.ConVox_Traffic_Heading';
import nothing from '@salesforce/label/c.ConVox_Traffic_Nothing';
import paste from '@salesforce/label/c.ConVox_Traffic_Paste';
import prefix from '@salesforce/label/c.ConVox_Traffic_Prefix';
import privacy from '@salesforce/label/c.ConVox_Traffic_Privacy';
import zone from '@salesforce/label/c.ConVox_Traffic_Zone';
import zoneUnknown from '@salesforce/label/c.ConVox_Traffic_Zone_Unknown';
import { defaultTimeZone, explainTraffic, isTimeZone, wordingOf } from 'c/convoxTrafficExplanation';
import type { Wording } from 'c/convoxTrafficExplanation';
import { DOUBTS } from './doubtLabels.ts';
import { FACTS } from './factLabels.ts';

const TEXTS = { ...DOUBTS, ...FACTS };

interface ShownSection {
    readonly key: string;
    readonly heading: string;
    readonly lines: readonly { readonly key: string; readonly name: string; readonly text: string }[];
}

type ChangeOfText = CustomEvent<{ value: string }>;

/** Takes a message that was pasted and says what ConVox means by it. Everything happens in the browser. */
export default class ConvoxTrafficExplainer extends LightningElement {
    labels = { explain, heading, paste, prefix, privacy, zone };
    pasted = '';
    zone: string = defaultTimeZone;
    prefix = '';
    verdict = '';
    sections: readonly ShownSection[] = [];

    /** The zone of the ConVox server's clock. */
    @api
    get timeZone(): string {
        return this.zone;
    }

    set timeZone(timeZone: string | undefined) {
        this.zone = timeZone || defaultTimeZone;
    }

    /** What the ConVox server's settings write before a number to dial. */
    @api
    get dialPrefix(): string {
        return this.prefix;
    }

    set dialPrefix(dialPrefix: string | undefined) {
        this.prefix = dialPrefix ?? '';
    }

    handlePasted({ detail }: ChangeOfText): void {
        this.pasted = detail.value;
    }

    handleZone({ detail }: ChangeOfText): void {
        this.zone = detail.value.trim();
    }

    handlePrefix({ detail }: ChangeOfText): void {
        this.prefix = detail.value.trim();
    }

    handleExplain(): void {
        const wording = this.wording();
        this.verdict = wording.verdict;
        this.sections = wording.sections.map(({ key, heading: title, lines }) => ({
            key,
            heading: title,
            lines: lines.map((line, index) => ({ ...line, key: `${key} ${index}` }))
        }));
    }

    wording(): Wording {
        if (this.pasted.trim() === '') {
            return { verdict: nothing, sections: [] };
        }
        if (!isTimeZone(this.zone)) {
            return { verdict: zoneUnknown, sections: [] };
        }
        const settings = { timeZone: this.zone, dialPrefix: this.prefix, now: new Date() };
        return wordingOf(explainTraffic(this.pasted, settings), (key) => TEXTS[key]);
    }
}
