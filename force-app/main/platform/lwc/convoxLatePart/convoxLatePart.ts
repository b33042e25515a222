import { LightningElement, api } from 'lwc';
import advice from '@salesforce/label/c.ConVox_LatePart_Advice';

/** Loads a component; the name stands where it is imported, as the platform's compiler wants it. */
export type PartLoader = () => Promise<{ readonly default: unknown }>;

/**
 * Loads a part of a page that nobody waits for. The page has it or says what is missing; the rest of it works either way.
 * @fires loaded with the component, for `lwc:is`
 */
export default class ConvoxLatePart extends LightningElement {
    /** What is missing when it cannot be loaded, as a sentence. */
    @api headline = '';
    @api load?: PartLoader;

    labels = { advice };
    isMissing = false;
    isAsked = false;

    /** Nothing that is needed earlier would have to wait for it. */
    @api
    get isWanted(): boolean {
        return this.isAsked;
    }
    set isWanted(isWanted: boolean) {
        if (isWanted && !this.isAsked) {
            this.isAsked = true;
            this.ask();
        }
    }

    async ask(): Promise<void> {
        // Properties come one after another, `load` after this one.
        await Promise.resolve();
        this.isMissing = false;
        try {
            const part = await this.load?.();
            this.dispatchEvent(new CustomEvent('loaded', { detail: part?.default }));
        } catch {
            // A loader's words name a file, which helps nobody here.
            this.isMissing = true;
        }
    }
}
