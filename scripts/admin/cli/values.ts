import type { Invocation } from './command.ts';
import { UsageError } from './command.ts';

/** A whole number from 1 to `most`. Throws UsageError. */
export function wholeNumber(invocation: Invocation, option: string, fallback: number, most: number): number {
    const text = invocation.text(option);
    const number = text === undefined ? fallback : Number(text);
    if (!Number.isInteger(number) || number < 1 || number > most) {
        throw new UsageError(`--${option} takes a whole number from 1 to ${most}.`);
    }
    return number;
}
