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

/** The characters ConVox allows in an agent's code (EC021). */
export const agentCodePattern = /^[A-Za-z0-9_]+$/;

/** A text that must be there and match. */
export function requiredText(missing: ProblemKey, pattern: RegExp, invalid: ProblemKey): z.ZodMiniString {
    return z.string().check(z.regex(/[^]/, { error: missing, abort: true }), z.regex(pattern, invalid));
}

/** A text that must be there. */
export function presentText(missing: ProblemKey): z.ZodMiniString {
    return z.string().check(z.regex(/[^]/, missing));
}

/**
 * Checks a value against a schema whose messages are problem keys.
 * `codes` adds the ConVox code of a problem.
 */
export function decodeWith<S extends z.core.$ZodType>(
    schema: S,
    value: unknown,
    codes: Partial<Record<ProblemKey, string>> = {}
): Decoded<z.output<S>> {
    const result = z.safeParse(schema, value);
    if (result.success) {
        return { ok: true, value: result.data };
    }
    return { ok: false, problems: result.error.issues.map((issue) => toProblem(issue, codes)) };
}

function toProblem(issue: z.core.$ZodIssue, codes: Partial<Record<ProblemKey, string>>): FieldProblem {
    const problem = problemKeys.find((key) => key === issue.message) ?? 'invalid';
    return fieldProblem(issue.path.join('.'), problem, codes[problem]);
}

export function fieldProblem(field: string, problem: ProblemKey, code?: string): FieldProblem {
    return code === undefined ? { field, problem } : { field, problem, code };
}
