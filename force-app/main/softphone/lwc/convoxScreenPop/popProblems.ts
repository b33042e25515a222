import agentCodeMissing from '@salesforce/label/c.ConVox_ScreenPop_Agent_Code_Missing';
import callReferenceMissing from '@salesforce/label/c.ConVox_ScreenPop_Call_Reference_Missing';
import invalid from '@salesforce/label/c.ConVox_ScreenPop_Invalid';
import placeholder from '@salesforce/label/c.ConVox_ScreenPop_Placeholder';
import tooLong from '@salesforce/label/c.ConVox_ScreenPop_Too_Long';
import { screenPopLabel } from 'c/convoxContract';
import type { FieldProblem, ProblemKey } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';

const TEXTS: Partial<Record<ProblemKey, string>> = { agentCodeMissing, callReferenceMissing, placeholder, tooLong };

/** What is wrong with the URL, a sentence for each value by ConVox's name of it. */
export function problemTexts(problems: readonly FieldProblem[]): string[] {
    return problems.map(({ field, problem }) => fillIn(TEXTS[problem] ?? invalid, screenPopLabel(field)));
}
