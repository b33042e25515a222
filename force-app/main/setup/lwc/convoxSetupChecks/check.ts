import type { GatewayAnswer } from 'c/convoxGatewayReport';
import type { KeysState } from 'c/convoxKeyFilling';

/** `yes`: shown by evidence. `no`: shown not to be so. `open`: nothing shows it yet. */
export type CheckAnswer = 'yes' | 'no' | 'open';

/** Rows of the set-up that an administrator enters. */
export type Enterable = 'servers' | 'processes' | 'dispositions' | 'agents';

/** Somebody who is given permission sets or groups, by their ids. */
export interface Receiver {
    readonly userId: string;
    readonly name: string;
    readonly rightIds: readonly string[];
}

/** What a button beside a check does. */
export type FixAction =
    | { readonly does: 'update'; readonly id: string; readonly fields: Readonly<Record<string, string | boolean>> }
    | { readonly does: 'give'; readonly to: readonly Receiver[] }
    | { readonly does: 'go'; readonly url: string }
    | { readonly does: 'enter'; readonly what: Enterable }
    | { readonly does: 'pop'; readonly agentCode: string; readonly process: string }
    | { readonly does: 'fill' }
    | { readonly does: 'dial' };

export interface Fix {
    readonly label: string;
    readonly action: FixAction;
}

export interface Check {
    readonly id: string;
    readonly answer: CheckAnswer;
    /** A sentence that yes makes true. */
    readonly claim: string;
    /** What was seen. */
    readonly evidence: string;
    /** What to do; '' for yes. */
    readonly mend: string;
    /** What to do in detail, one thing a line, where the mend is not enough. */
    readonly steps?: readonly string[];
    readonly fixes: readonly Fix[];
    /** The answer is on its way. */
    readonly isLookedUp?: boolean;
}

export interface CheckGroup {
    readonly id: string;
    readonly heading: string;
    readonly checks: readonly Check[];
}

/** What came of asking the gateway. */
export interface GatewayState {
    readonly answer: GatewayAnswer;
    /** Why there is no answer; '' when there is one. */
    readonly fault: string;
    /** When it was asked, in milliseconds on this computer's clock. */
    readonly askedAt: number;
}

/** What was seen beside the org's records; undefined until it was asked. */
export interface Seen {
    readonly gateway: GatewayState | undefined;
    readonly rights: Rights | undefined;
    readonly keys: KeysState | undefined;
    /** Who looks: only an agent can take a pop. */
    readonly userId: string;
    /** Milliseconds on this computer's clock. */
    readonly now: number;
}

/** Ids of users by the name of a permission set that they have, by itself or through a group. */
export interface Rights {
    readonly usersBySet: ReadonlyMap<string, ReadonlySet<string>>;
    /** Ids of users whom the flow of the night tells. */
    readonly administrators: ReadonlySet<string>;
    /** Id of each set or group by its name: what is missing, the org does not have. */
    readonly ids: ReadonlyMap<string, string>;
    /** Why nothing could be read; '' when it was. */
    readonly fault: string;
}

/** What is of use when all is well, too: more rows, and trials of what worked once. */
const ALWAYS: readonly FixAction['does'][] = ['enter', 'pop', 'dial'];

/** `mend` and the other `fixes` stand only where something is to be done. */
export function check(
    id: string,
    claim: string,
    answer: CheckAnswer,
    evidence: string,
    mend = '',
    fixes: readonly Fix[] = []
): Check {
    return {
        id,
        claim,
        answer,
        evidence,
        mend: answer === 'yes' ? '' : mend,
        fixes: answer === 'yes' ? fixes.filter(({ action }) => ALWAYS.includes(action.does)) : fixes
    };
}

/** Of what was asked and has not been answered yet. */
export function lookedUp(id: string, claim: string, evidence: string): Check {
    return { ...check(id, claim, 'open', evidence), isLookedUp: true };
}
