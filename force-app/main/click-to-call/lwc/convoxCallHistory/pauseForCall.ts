import { textAt } from 'c/convoxPath';

/** What plays recordings on a page, as c-convox-recording-player does. */
interface Player {
    pause(): void;
}

function isPlayer(element: object): element is Player {
    return 'pause' in element;
}

/** Nobody hears a recording and a customer at once: recordings stop when a call has come. */
export function pauseForCall(message: unknown, elements: Iterable<object> = []): void {
    if (textAt(message, 'change') === 'saved') {
        [...elements].filter(isPlayer).forEach((player) => player.pause());
    }
}
