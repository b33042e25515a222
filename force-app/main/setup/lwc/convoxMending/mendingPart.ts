import type { FixAction } from 'c/convoxSetupChecks';

/** What a template's reference to this component can be asked for. */
export interface Mending {
    /** @param back puts the cursor where it was, once a form is closed */
    mend(action: FixAction, back: () => void): void;
    /** Forgets what was said, and counts again. */
    look(): void;
}
