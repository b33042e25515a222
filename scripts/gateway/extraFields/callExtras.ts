import type { Log } from '../log.ts';
import type { RowOutcome } from '../salesforce/rowOutcome.ts';
import { errorText } from '../systemError.ts';
import type { ExtraField } from './extraField.ts';
import { extraReader } from './extraValues.ts';
import type { ExtraReader } from './extraValues.ts';
import { checkExtras } from './fieldSchema.ts';
import type { DescribedField, ShapedField } from './fieldSchema.ts';

export interface CallExtrasOptions {
    readonly extras: readonly ExtraField[];
    /** Rejects in words. */
    readonly describe: (ended: AbortSignal) => Promise<readonly DescribedField[]>;
    /** Milliseconds of a clock that is not set back. */
    readonly now: () => number;
    readonly log: Log;
}

/** The extra fields of calls, as the org has them now. */
export interface CallExtras {
    /**
     * Asks the org when that was not done lately. Returns why it is not known yet which fields there are: no call can be sent
     * until then without losing what its fields should hold.
     */
    check(isTroubled: boolean, ended: AbortSignal): Promise<string | undefined>;
    /** Of a call of a server; undefined where nothing is to be read. */
    reader(reference: string, server: string | undefined): ExtraReader | undefined;
    /** Whether Salesforce refuses a call for extra fields only. It can be sent again then: they are left out of it. */
    areToBlame(reference: string, row: RowOutcome): boolean;
    /** What was left in the messages of calls. */
    keptAside(parameters: readonly string[]): void;
    readonly problems: () => readonly string[];
    /** How many values did not fit, since the start. */
    readonly unfit: () => number;
}

const MINUTE = 60_000;

/** Milliseconds after which the org is asked again, while something is wrong and else. */
const SOON = 5 * MINUTE;
const LATER = 60 * MINUTE;

/** Calls whose fields are remembered until they are stored. */
const MOST_BLAMED = 10_000;

export function createCallExtras({ extras, describe, now, log }: CallExtrasOptions): CallExtras {
    let usable: readonly ShapedField[] | undefined;
    let problems: readonly string[] = [];
    let askedAt = 0;
    let unfit = 0;
    const blamed = new Map<string, ReadonlySet<string>>();

    function take(fields: readonly DescribedField[]): void {
        const checked = checkExtras(extras, fields);
        const former = problems;
        ({ usable, problems } = checked);
        problems
            .filter((problem) => !former.includes(problem))
            .forEach((reason) => log({ level: 'error', event: 'extra field not filled', reason }));
        former
            .filter((problem) => !problems.includes(problem))
            .forEach((reason) => log({ level: 'info', event: 'extra field filled again', reason }));
    }

    const withoutBlamed = (reference: string): readonly ShapedField[] => {
        const without = blamed.get(reference);
        return (usable ?? []).filter(({ field }) => without?.has(field) !== true);
    };

    return {
        async check(isTroubled, ended) {
            const isFresh = now() - askedAt < (isTroubled || problems.length > 0 ? SOON : LATER);
            if (extras.length === 0 || (usable !== undefined && isFresh)) {
                return undefined;
            }
            try {
                take(await describe(ended));
            } catch (error) {
                if (usable === undefined) {
                    return `The fields of a call are not known: ${errorText(error)}`;
                }
            }
            askedAt = now();
            return undefined;
        },
        reader(reference, server) {
            const fields = withoutBlamed(reference).filter((field) => field.server === server);
            return fields.length === 0 ? undefined : extraReader(fields);
        },
        areToBlame(reference, row) {
            if (row.outcome === 'stored') {
                blamed.delete(reference);
            }
            if (row.outcome !== 'refused' && row.outcome !== 'misconfigured') {
                return false;
            }
            const named = withoutBlamed(reference).filter(({ field }) => row.fields.includes(field));
            if (named.length === 0 || named.length < row.fields.length) {
                return false;
            }
            if (blamed.size >= MOST_BLAMED) {
                blamed.clear();
            }
            blamed.set(reference, new Set([...(blamed.get(reference) ?? []), ...row.fields]));
            unfit += named.length;
            named.forEach(({ place }) =>
                log({ level: 'warn', event: 'value refused for an extra field', reason: row.code, place })
            );
            return true;
        },
        keptAside(parameters) {
            unfit += parameters.length;
            new Set(parameters).forEach((reason) =>
                log({ level: 'warn', event: 'value does not fit its extra field', reason })
            );
        },
        problems: () => problems,
        unfit: () => unfit
    };
}
