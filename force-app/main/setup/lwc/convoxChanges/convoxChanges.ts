import { LightningElement, api } from 'lwc';
import { LOOKS } from 'c/convoxSetupChecks';
import type { Check, CheckGroup } from 'c/convoxSetupChecks';
import { changePaths } from './changePaths.ts';
import { labels } from './labels.ts';

interface ProofView extends Check {
    readonly icon: string;
    readonly variant: string;
    readonly word: string;
}

interface PathView {
    readonly id: string;
    readonly title: string;
    readonly steps: readonly string[];
    readonly proofs: readonly ProofView[];
}

/** What to do when a person, a process, a server or a key changes, each with the checks that show that it is done. */
export default class ConvoxChanges extends LightningElement {
    /** Every check as it stands. */
    @api groups: readonly CheckGroup[] = [];

    labels = labels;

    get views(): PathView[] {
        const checks = this.groups.flatMap((group) => group.checks);
        return changePaths.map(({ id, title, steps, proofs }) => ({
            id,
            title,
            steps,
            proofs: checks
                .filter((check) => proofs.includes(check.id))
                .map((check) => ({ ...check, ...LOOKS[check.answer] }))
        }));
    }
}
