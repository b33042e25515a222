import type { AgentSetup } from 'c/convoxAgentSetup';
import type { PhoneNumber } from 'c/convoxPhoneFields';
import { labels } from './labels.ts';

/** What the press leads to: a call, or words about why there is none. */
export type CallDecision = { readonly number: PhoneNumber; readonly dialer: AgentSetup } | { readonly refusal: string };

/** What is known when the agent presses. */
export interface CallSituation {
    /** Milliseconds until the next dial is possible. */
    readonly rest: number;
    readonly dialer: AgentSetup | undefined;
    readonly numbers: readonly PhoneNumber[];
}

/** Calls the likeliest number that ConVox can dial. */
export function decideCall({ rest, dialer, numbers }: CallSituation): CallDecision {
    const number = numbers.find(({ dial }) => dial !== '');
    const [entered] = numbers;
    if (!dialer) {
        return { refusal: labels.notAgent };
    }
    if (!entered) {
        return { refusal: labels.noNumber };
    }
    if (!number) {
        return { refusal: `${entered.text}. ${labels.undialable}` };
    }
    return rest > 0 ? { refusal: labels.cooling } : { number, dialer };
}
