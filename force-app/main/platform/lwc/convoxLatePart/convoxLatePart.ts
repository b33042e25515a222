import { LightningElement, api } from 'lwc';
import advice from '@salesforce/label/c.ConVox_LatePart_Advice';
import loading from '@salesforce/label/c.ConVox_LatePart_Loading';

/** Loads a component; the name stands where it is imported, as the platform's compiler wants it. */
export type PartLoader = () => Promise<{ readonly default: unknown }>;

/** Milliseconds after which nobody believes any more that it comes. */
const LONGEST = 15_000;

const missing = new Set<ConvoxLatePart>();

/** What kept one part away kept the others away, too. */
const askAgain = (): void => missing.forEach((part) => part.ask());

window.addEventListener('online', askAgain);

/**
 * Loads a part of a page that nobody waits for. The page has it or says what is missing; the rest of it works either way.
 * @fires loaded with the component, for `lwc:is`
 * @fires missing when it does not come, or not in time
 */
export default class ConvoxLatePart extends LightningElement {
    /** What is missing when it cannot be loaded, as a sentence. */
    @api headline = '';
    @api load?: PartLoader;

    labels = { advice, loading };
    isLoading = false;
    isMissing = false;
    tries = 0;

    override connectedCallback(): void {
        this.ask();
    }

    override disconnectedCallback(): void {
        missing.delete(this);
    }

    /** Asks once more for all that is missing. */
    @api
    again(): void {
        askAgain();
    }

    async ask(): Promise<void> {
        this.tries += 1;
        const { tries } = this;
        // A loader's words name a file, which helps nobody here; nor does it help that an earlier try failed at last.
        const fail = (): void => {
            if (tries === this.tries) {
                this.tell(false, true);
                this.dispatchEvent(new CustomEvent('missing'));
            }
        };
        this.tell(true, false);
        const limit = setTimeout(fail, LONGEST);
        try {
            const part = await this.load?.();
            this.tell(false, false);
            this.dispatchEvent(new CustomEvent('loaded', { detail: part?.default }));
        } catch {
            fail();
        }
        clearTimeout(limit);
    }

    tell(isLoading: boolean, isMissing: boolean): void {
        this.isLoading = isLoading;
        this.isMissing = isMissing;
        missing[isMissing ? 'add' : 'delete'](this);
    }
}
