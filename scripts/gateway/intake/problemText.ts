import type { FieldProblem, ProblemKey } from '#contract';

const WORDS: Partial<Record<ProblemKey, string>> = {
    tooLong: 'is too long',
    placeholder: 'holds the name of a value and not the value: it was not filled in',
    agentCodeMissing: 'is missing',
    callReferenceMissing: 'is missing',
    mobileNumberMissing: 'is missing',
    callDateMissing: 'is missing',
    timeZoneUnknown: 'is unknown'
};

/**
 * What is wrong with a request, for those who configure ConVox: each value by its label there, never the value itself.
 * @param labelOf ConVox's label of a field of the contract
 */
export function problemTexts(problems: readonly FieldProblem[], labelOf: (field: string) => string): string[] {
    return problems.map(({ field, problem }) => `${labelOf(field)} ${WORDS[problem] ?? 'cannot be read'}`);
}
