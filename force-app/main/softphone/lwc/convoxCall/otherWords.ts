import { linesBeyond, linesOf } from 'c/convoxCallerQuery';
import type { ExistingCall } from 'c/convoxCallerQuery';
import { textAt } from 'c/convoxPath';

/** Tells words of somebody else on a call's row from those that this phone read from it or sent to it. */
export class OtherWords {
    readonly #known: string[] = [];

    /** What was read, or is sent, whether or not the request is answered. */
    know(draft: unknown): void {
        this.#known.push(...linesOf(draft));
    }

    /** What of the row is not known here, a line each. */
    on(row: ExistingCall | undefined): string[] {
        return linesBeyond(row?.draft?.draft, this.#known);
    }
}

/** Whether the row holds all that was entered here. */
export function holds({ draft }: ExistingCall, entered: unknown): boolean {
    return linesBeyond(entered, linesOf(draft?.draft)).length === 0;
}

/** The notes with the lines below them. */
export function joined(draft: unknown, lines: readonly string[]): string {
    return [textAt(draft, 'notes'), ...lines].filter(Boolean).join('\n');
}
