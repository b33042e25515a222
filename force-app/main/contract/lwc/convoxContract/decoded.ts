import * as z from 'zod/mini';

// Lightning's content security policy forbids compiling schemas to functions at run time.
z.config({ jitless: true });

/**
 * Everything that can be wrong with a value from outside. Keys, not texts: the components map them to custom labels.
 */
export const problemKeys = [
    'invalid',
    'tooLong',
    'timeZoneUnknown',
    'actionUnknown',
    'agentCodeMissing',
    'agentCodeInvalid',
    'callReferenceMissing',
    'convoxIdMissing',
    'mobileNumberMissing',
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
    'referenceNumberInvalid',
    'dialPrefixInvalid'
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

/** Reads a value of unknown shape: the schema takes it apart, the rules say what the texts in it must be. */
export function decodeTexts<F extends string>(
    schema: z.ZodMiniType<Record<F, string>>,
    value: unknown,
    rules: readonly TextRule<F>[]
): Decoded<Record<F, string>> {
    const result = z.safeParse(schema, value);
    const problems = result.success
        ? brokenRules(rules, result.data)
        : result.error.issues.map(({ path }) => fieldProblem(path.join('.'), 'invalid'));
    return result.success && problems.length === 0 ? { ok: true, value: result.data } : { ok: false, problems };
}

export function fieldProblem(field: string, problem: ProblemKey, code?: string): FieldProblem {
    return code === undefined ? { field, problem } : { field, problem, code };
}
