import { linesBeyond, linesOf } from 'c/convoxCallerQuery';
import type { ExistingCall } from 'c/convoxCallerQuery';

/** Tells words of somebody else on a call's row from those that this phone read from it or saved on it last. */
export class OtherWords {
    #row: readonly string[] = [];
    /** What was sent last may be on the row without an answer that says so. */
    #sent: readonly string[] = [];

    /** The row was read, and what stands on it is what stands here. */
    know(draft: unknown): void {
        this.#row = linesOf(draft);
    }

    /** Passes the answer to a save of the draft on. */
    saving<Answer>(draft: unknown, save: Promise<Answer>): Promise<Answer> {
        const lines = linesOf(draft);
        this.#sent = lines;
        return save.then((answer) => {
            this.#row = lines;
            return answer;
        });
    }

    /** What of the row was neither there when it was last read or saved nor is entered here, a line each. */
    on(row: ExistingCall | undefined, entered: unknown): string[] {
        const lines = linesBeyond(row?.draft?.draft, [...this.#row, ...this.#sent, ...linesOf(entered)]);
        if (row) {
            this.know(row.draft?.draft);
        }
        return lines;
    }
}

/** Whether the row holds all that was entered here. */
export function holds({ draft }: ExistingCall, entered: unknown): boolean {
    return linesBeyond(entered, linesOf(draft?.draft)).length === 0;
}
