import { callStatusLabel, decodeCallReference } from '#contract';
import type { Push } from '../journal/journal.ts';
import { keyOf } from '../serverKey.ts';
import type { NameSource } from '../serverKey.ts';
import { parametersOf } from './parameters.ts';
import { problemTexts } from './problemText.ts';
import { readPushes, TOO_DEEP } from './pushText.ts';
import type { PushText } from './pushText.ts';

export type Understood =
    { readonly ok: true; readonly pushes: readonly Push[] } | { readonly ok: false; readonly reason: string };

/** The server that a push came from. */
export interface PushSource extends NameSource {
    /** IANA name of the zone that its times are in. */
    readonly timeZone: string;
}

/**
 * Makes journal entries of a request's text: all of its calls or none. The reason of a refusal names fields, never values.
 * @param receivedAt milliseconds since 1970
 */
export function understand(text: string, contentType: string, receivedAt: number, source: PushSource): Understood {
    const read = readPushes(text, contentType);
    if (!read.ok) {
        return read;
    }
    const pushes: Push[] = [];
    for (const push of read.pushes) {
        const reference = referenceOf(push, receivedAt, source.timeZone);
        if (!reference.ok) {
            return reference;
        }
        const { server } = source;
        pushes.push({
            ...push,
            reference: keyOf(source, reference.value),
            receivedAt,
            ...(server !== undefined && { server })
        });
    }
    return { ok: true, pushes };
}

function referenceOf(
    { shape, body }: PushText,
    receivedAt: number,
    timeZone: string
): { ok: true; value: string } | { ok: false; reason: string } {
    try {
        const decoded = decodeCallReference(parametersOf(shape, body), { timeZone, now: new Date(receivedAt) });
        return decoded.ok
            ? { ok: true, value: decoded.value.toWellFormed() }
            : { ok: false, reason: problemTexts(decoded.problems, callStatusLabel).join(', ') };
    } catch (error) {
        // JSON that is nested too deeply ends the stack.
        return { ok: false, reason: error instanceof RangeError ? TOO_DEEP : 'Not readable' };
    }
}
