/** A ConVox server as the gateway knows it. Instants are ISO texts, '' for never. */
export interface ReportedServer {
    readonly code: string;
    readonly isDefault: boolean;
    /** IANA name. */
    readonly timeZone: string;
    /** '' for a server that takes no commands. */
    readonly dialect: string;
    /** Undefined when it was not asked. */
    readonly answers: boolean | undefined;
    readonly lastPushAt: string;
    readonly lastCommandAt: string;
}

export interface GatewayReport {
    /** Version of the gateway. */
    readonly gateway: string;
    readonly status: string;
    /** What is wrong, in the gateway's words. */
    readonly reasons: readonly string[];
    /** ISO instant on the gateway's clock. */
    readonly at: string;
    readonly waiting: number;
    readonly oldestSeconds: number;
    readonly deadLetters: number;
    readonly servers: readonly ReportedServer[];
}

/** What came back from the address of the credential: the report, or anything else in its own words. */
export type GatewayAnswer = { readonly report: GatewayReport } | { readonly words: string };

const LONGEST_WORDS = 300;

/** Reads what was answered to `GET /report`. A ConVox server without a gateway answers something else. */
export function readGatewayAnswer(text: string): GatewayAnswer {
    const given = entriesOf(parsed(text));
    const gateway = textOf(given.gateway);
    if (gateway === '') {
        return { words: text.trim().slice(0, LONGEST_WORDS) };
    }
    return {
        report: {
            gateway,
            status: textOf(given.status),
            reasons: listOf(given.reasons).map(textOf),
            at: textOf(given.at),
            waiting: numberOf(given.waiting),
            oldestSeconds: numberOf(given.oldestSeconds),
            deadLetters: numberOf(given.deadLetters),
            servers: listOf(given.servers).map(serverOf)
        }
    };
}

function serverOf(given: unknown): ReportedServer {
    const { code, isDefault, timeZone, dialect, answers, lastPushAt, lastCommandAt } = entriesOf(given);
    return {
        code: textOf(code),
        isDefault: isDefault === true,
        timeZone: textOf(timeZone),
        dialect: textOf(dialect),
        answers: typeof answers === 'boolean' ? answers : undefined,
        lastPushAt: textOf(lastPushAt),
        lastCommandAt: textOf(lastCommandAt)
    };
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

const entriesOf = (value: unknown): Partial<Record<string, unknown>> =>
    value !== null && typeof value === 'object' ? { ...value } : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
