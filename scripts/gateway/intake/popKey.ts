import { createSecretCheck } from '../access/authentication.ts';
import type { Parameters } from './parameters.ts';

/** The name of the parameter, in any case, with `_`, `-` or blanks, like all that ConVox sends. */
const POP_KEY = /^(?:amp;|c__)*pop[\s_-]*key$/i;

export interface KeyedPop {
    /** All parameters but the key, which must not be seen any further on. */
    readonly parameters: Parameters;
    /** Always where no key is asked for. */
    readonly isAllowed: boolean;
}

/** Takes the key off a pop, and tells whether it is one of those that ConVox was given. */
export function createPopKeyCheck(keys: readonly string[] = []): (parameters: Parameters) => KeyedPop {
    const isKnown = createSecretCheck(keys);
    return (parameters) => {
        const all = [...parameters];
        const isKey = ([name]: (typeof all)[number]): boolean => POP_KEY.test(name.trim());
        const offered = all.filter(isKey).map(([, value]) => isKnown(value || ''));
        return {
            parameters: all.filter((parameter) => !isKey(parameter)),
            isAllowed: keys.length === 0 || offered.includes(true)
        };
    };
}
