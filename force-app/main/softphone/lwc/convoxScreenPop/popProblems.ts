import agentCodeMissing from '@salesforce/label/c.ConVox_ScreenPop_Agent_Code_Missing';
import callReferenceMissing from '@salesforce/label/c.ConVox_ScreenPop_Call_Reference_Missing';
import invalid from '@salesforce/label/c.ConVox_ScreenPop_Invalid';
import tooLong from '@salesforce/label/c.ConVox_ScreenPop_Too_Long';
import type { FieldProblem, ProblemKey } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';

/** ConVox's names of the values, as its administrator knows them. */
const NAMES: Readonly<Record<string, string>> = {
    agentCode: 'AgentID',
    callReference: 'CallReferenceID',
    convoxId: 'ConvoxID'
};

const TEXTS: Partial<Record<ProblemKey, string>> = { agentCodeMissing, callReferenceMissing, tooLong };

/** What is wrong with the URL, a sentence for each value. */
export function problemTexts(problems: readonly FieldProblem[]): string[] {
    return problems.map(({ field, problem }) => fillIn(TEXTS[problem] ?? invalid, NAMES[field] ?? field));
}
