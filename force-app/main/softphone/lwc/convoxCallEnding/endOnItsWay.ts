import type { CommandRoute } from 'c/convoxAgentSetup';
import { isCommandSender } from 'c/convoxCommand';
import type { CloseCommand, CommandResult } from 'c/convoxCommand';
import { NOT_REACHED } from 'c/convoxCallState';
import { isLatePart } from './endingParts.ts';

interface EndEdges {
    /** What is on the page now, by `lwc:ref`. */
    readonly parts: () => Readonly<Record<string, Element>> | undefined;
    readonly take: (result: CommandResult) => void;
}

/** Has the end of a call sent as soon as the part is there that can; where it does not come, nothing is sent. */
export class EndOnItsWay {
    #end?: readonly [CloseCommand, CommandRoute] | undefined;
    readonly #edges: EndEdges;

    constructor(edges: EndEdges) {
        this.#edges = edges;
    }

    press(...end: [CloseCommand, CommandRoute]): void {
        this.#end = end;
        this.follow();
        const late = this.#edges.parts()?.late;
        if (this.#end && isLatePart(late)) {
            late.again();
        }
    }

    /** What the page shows has changed. */
    async follow(): Promise<void> {
        const end = this.#end;
        const sender = this.#edges.parts()?.sender;
        if (end && isCommandSender(sender)) {
            this.#end = undefined;
            this.#edges.take(await sender.send(...end));
        }
    }

    giveUp(): void {
        if (this.#end) {
            this.#end = undefined;
            this.#edges.take(NOT_REACHED);
        }
    }
}
