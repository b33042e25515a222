import type { KeyFilling } from 'c/convoxKeyFilling';

/** What the template's reference is, once it is drawn. */
export function isKeyFilling(value: unknown): value is KeyFilling {
    return typeof value === 'object' && value !== null && 'fill' in value && 'look' in value;
}
