import { isTrueAt, listAt, numberAt, parseJson, textAt, valueAt } from 'c/convoxPath';

/** A ConVox server as the gateway knows it. Instants are ISO texts, '' for never. */
export interface ReportedServer {
    readonly code: string;
    readonly isDefault: boolean;
    /** IANA name. */
    readonly timeZone: string;
    /** '' for a server that takes no commands. */
    readonly dialect: string;
    /** Where its recordings are heard; '' where the gateway does not know. */
    readonly recordings: string;
    /** Undefined when it was not asked. */
    readonly answers: boolean | undefined;
    readonly lastPushAt: string;
    readonly lastCommandAt: string;
    /** A mark of each key of commands and of each secret of pushes that it takes; none where it tells neither. */
    readonly keys: readonly string[];
    readonly secrets: readonly string[];
}

export interface GatewayReport {
    /** Version of the gateway. */
    readonly gateway: string;
    readonly status: string;
    /** What is wrong, in the gateway's words. */
    readonly reasons: readonly string[];
    /** ISO instant on the gateway's clock. */
    readonly at: string;
    /** '' for a gateway that does not tell. */
    readonly startedAt: string;
    readonly waiting: number;
    readonly oldestSeconds: number;
    readonly deadLetters: number;
    /** When the org last stored a call of it; '' for never. */
    readonly lastForwardAt: string;
    /** API requests of the org in 24 hours; undefined before the gateway has sent one. */
    readonly apiUsage: { readonly used: number; readonly allowed: number } | undefined;
    readonly servers: readonly ReportedServer[];
}

/** What came back from the address of the credential: the report, or anything else in its own words. */
export type GatewayAnswer = { readonly report: GatewayReport } | { readonly words: string };

const LONGEST_WORDS = 300;

/** Reads what was answered to `GET /report`. A ConVox server without a gateway answers something else. */
export function readGatewayAnswer(text: string): GatewayAnswer {
    const given = parseJson(text);
    const gateway = textAt(given, 'gateway');
    if (gateway === '') {
        return { words: text.trim().slice(0, LONGEST_WORDS) };
    }
    return {
        report: {
            gateway,
            status: textAt(given, 'status'),
            reasons: listAt(given, 'reasons').map((reason) => textAt(reason)),
            at: textAt(given, 'at'),
            startedAt: textAt(given, 'startedAt'),
            waiting: numberAt(given, 'waiting') ?? 0,
            oldestSeconds: numberAt(given, 'oldestSeconds') ?? 0,
            deadLetters: numberAt(given, 'deadLetters') ?? 0,
            lastForwardAt: textAt(given, 'lastForwardAt'),
            apiUsage: apiUsageOf(given),
            servers: listAt(given, 'servers').map(serverOf)
        }
    };
}

function apiUsageOf(given: unknown): GatewayReport['apiUsage'] {
    const used = numberAt(given, 'apiUsage', 'used');
    const allowed = numberAt(given, 'apiUsage', 'allowed');
    return used === undefined || allowed === undefined ? undefined : { used, allowed };
}

function serverOf(given: unknown): ReportedServer {
    const answers = valueAt(given, 'answers');
    return {
        code: textAt(given, 'code'),
        isDefault: isTrueAt(given, 'isDefault'),
        timeZone: textAt(given, 'timeZone'),
        dialect: textAt(given, 'dialect'),
        recordings: textAt(given, 'recordings'),
        answers: typeof answers === 'boolean' ? answers : undefined,
        lastPushAt: textAt(given, 'lastPushAt'),
        lastCommandAt: textAt(given, 'lastCommandAt'),
        keys: listAt(given, 'keys').map((mark) => textAt(mark)),
        secrets: listAt(given, 'secrets').map((mark) => textAt(mark))
    };
}
