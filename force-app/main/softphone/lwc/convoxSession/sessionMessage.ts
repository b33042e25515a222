import { isTrueAt, listAt, numberAt, textAt } from 'c/convoxPath';

/** The pop URL's parameters as they came: decoded by the contract wherever they are used, trusted nowhere. */
export type PopParameters = readonly (readonly [string, string])[];

/** A screen pop on its way from the tab ConVox opened to the tab that takes calls. */
export interface HandedPop {
    readonly popId: string;
    readonly parameters: PopParameters;
    /** When the pop URL was opened, in milliseconds since 1970. */
    readonly poppedAt: number;
}

/** How the softphone answered a pop. */
export type PopOutcome = 'opened' | 'otherAgent' | 'noAgent' | 'failed';

const OUTCOMES: readonly PopOutcome[] = ['opened', 'otherAgent', 'noAgent', 'failed'];

export type SessionMessage =
    /** From the tab that ConVox opened; `isInFront` when the agent looks at it. */
    | ({ readonly type: 'pop'; readonly tabId: string; readonly isInFront: boolean } & HandedPop)
    | { readonly type: 'leading'; readonly tabId: string }
    /** This tab has a softphone that waits for its turn. */
    | { readonly type: 'standing'; readonly tabId: string }
    /** The leader makes room for this tab, before all others that wait. */
    | { readonly type: 'yielding'; readonly tabId: string }
    | { readonly type: 'taking'; readonly popId: string; readonly tabId: string }
    | {
          readonly type: 'outcome';
          readonly popId: string;
          readonly tabId: string;
          readonly outcome: PopOutcome;
          /** The signed-in user's own agent code; empty when there is none. */
          readonly agentCode: string;
      };

/** Reads name and value pairs; what is no pair of texts is left out. */
export function readParameters(value: unknown): PopParameters {
    return listAt(value).flatMap((pair) => {
        const [name, text] = listAt(pair);
        return typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : [];
    });
}

function readPop(data: unknown, popId: string, tabId: string): SessionMessage | undefined {
    const poppedAt = numberAt(data, 'poppedAt');
    const isInFront = isTrueAt(data, 'isInFront');
    const parameters = readParameters(listAt(data, 'parameters'));
    return poppedAt === undefined ? undefined : { type: 'pop', popId, poppedAt, parameters, tabId, isInFront };
}

function readAnswer(data: unknown, popId: string, tabId: string): SessionMessage | undefined {
    if (textAt(data, 'type') === 'taking') {
        return { type: 'taking', popId, tabId };
    }
    const outcome = OUTCOMES.find((known) => known === textAt(data, 'outcome'));
    return outcome && { type: 'outcome', popId, tabId, outcome, agentCode: textAt(data, 'agentCode') };
}

/** Reads a message of another tab, which may run another version of this package; undefined when it makes no sense. */
export function readMessage(data: unknown): SessionMessage | undefined {
    const popId = textAt(data, 'popId');
    const tabId = textAt(data, 'tabId');
    const type = textAt(data, 'type');
    switch (type) {
        case 'leading':
        case 'standing':
        case 'yielding':
            return tabId ? { type, tabId } : undefined;
        case 'pop':
            return popId ? readPop(data, popId, tabId) : undefined;
        case 'taking':
        case 'outcome':
            return popId && tabId ? readAnswer(data, popId, tabId) : undefined;
        default:
            return undefined;
    }
}
