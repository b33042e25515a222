import type { Mending } from 'c/convoxMending';

/** What the template's reference is, once it is drawn. */
export function isMending(value: unknown): value is Mending {
    return typeof value === 'object' && value !== null && 'mend' in value && 'look' in value;
}
