/**
 * Everything that can be wrong with a value from outside. Keys, not texts: the components map them to custom labels.
 */
export const problemKeys = [
    'tooLong',
    'placeholder',
    'serverInvalid',
    'timeZoneUnknown',
    'actionUnknown',
    'agentCodeMissing',
    'agentCodeInvalid',
    'callReferenceMissing',
    'callDateMissing',
    'mobileNumberMissing',
    'convoxIdMissing',
    'mobileNumberInvalid',
    'dispositionMissing',
    'followUpFlagInvalid',
    'followUpDateMissing',
    'followUpHoursMissing',
    'followUpMinutesMissing',
    'followUpDateInvalid',
    'followUpHoursInvalid',
    'followUpMinutesInvalid',
    'followUpNotInFuture',
    'phoneNumberMissing',
    'phoneNumberInvalid',
    'referenceNumberMissing',
    'referenceNumberInvalid'
] as const;
export type ProblemKey = (typeof problemKeys)[number];

/**
 * field: the contract's camelCase name. code: the ConVox reply code the value would have caused, where one is known.
 */
export interface FieldProblem {
    readonly field: string;
    readonly problem: ProblemKey;
    readonly code?: string;
}

/** What every decoder returns. No input makes a decoder throw. */
export type Decoded<T> =
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * What must hold of one text of a message: a pattern, or anything else that can test a text. A blank text is the
 * business of `present` alone. code: ConVox's reply to a text that fails, where one is known.
 */
export type TextRule<F extends string> = readonly [
    field: F,
    demand: Pick<RegExp, 'test'>,
    problem: ProblemKey,
    code?: string
];

/** The text must be there. */
export const present = /[^]/;

/** The characters ConVox allows in an agent's code (EC021). */
export const agentCodeOrBlank = /^[A-Za-z0-9_]*$/;

/** The problems of texts that break their rules, in the order of the rules. */
export function brokenRules<F extends string>(
    rules: readonly TextRule<F>[],
    texts: Readonly<Record<F, string>>
): FieldProblem[] {
    return rules
        .filter(([field, demand]) => !demand.test(texts[field]))
        .map(([field, , problem, code]) => fieldProblem(field, problem, code));
}

/** The value when none of its texts breaks a rule, else what is wrong with them. */
export function decodedBy<F extends string, T extends Readonly<Record<F, string>>>(
    rules: readonly TextRule<F>[],
    value: T
): Decoded<T> {
    const problems = brokenRules(rules, value);
    return problems.length === 0 ? { ok: true, value } : { ok: false, problems };
}

export function fieldProblem(field: string, problem: ProblemKey, code?: string): FieldProblem {
    return code === undefined ? { field, problem } : { field, problem, code };
}
