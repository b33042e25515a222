import { LOOKS } from 'c/convoxSetupChecks';
import type { BegunChange, CheckAnswer } from 'c/convoxSetupChecks';
import type { ChangePath } from './changePath.ts';
import type { ChangeSeen } from './changeSeen.ts';
import { labels } from './labels.ts';
import { PROOFS } from './proofs.ts';
import type { ProofId } from './proofs.ts';

/** A proof as it is drawn. */
export interface ProofView {
    readonly id: ProofId;
    readonly claim: string;
    readonly evidence: string;
    readonly shown: CheckAnswer | 'notBegun';
    readonly icon: string;
    readonly variant: string;
    readonly word: string;
}

/** Neither well nor ill. */
const NOT_BEGUN = {
    shown: 'notBegun',
    evidence: '',
    icon: 'utility:dash',
    variant: '',
    word: labels.notBegun
} as const;

/** Before the begin nothing is shown, however well the installation is. */
export function proofViews(
    { proofs }: Pick<ChangePath, 'proofs'>,
    begun: BegunChange | undefined,
    seen: ChangeSeen
): ProofView[] {
    return proofs.map((id) => {
        const { claim, prove } = PROOFS[id];
        if (begun === undefined) {
            return { id, claim, ...NOT_BEGUN };
        }
        const { answer, evidence } = prove(begun, seen);
        return { id, claim, evidence, shown: answer, ...LOOKS[answer] };
    });
}
