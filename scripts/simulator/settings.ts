import type { ReplyStyle } from './replies.ts';

/** How the agent screen opens the CRM, by what an administrator may have typed into ConVox. */
export const popRoutes = ['lightningGet', 'visualforceGet', 'visualforcePost', 'gatewayGet', 'gatewayPost'] as const;
export type PopRoute = (typeof popRoutes)[number];

/** The key of a server that nobody gave one. */
export const SIMULATED_KEY = 'key-of-the-simulator';

/** Which generation of ConVox the server is, so which addresses it answers at. */
export const dialectNames = ['sheet', 'webService', 'rest'] as const;
export type DialectName = (typeof dialectNames)[number];

export interface ConvoxProcess {
    readonly name: string;
    /** The number customers dial. */
    readonly did: string;
    readonly queue: string;
    /** The breaks that its agents may take. */
    readonly breaks?: readonly string[];
    readonly dispositions: readonly { readonly code: string; readonly name: string }[];
}

export interface ConvoxAgent {
    readonly code: string;
    readonly name: string;
    readonly station: string;
    readonly process: string;
}

export interface SalesforceSide {
    /** Origin of the Lightning console, without a trailing slash. */
    readonly lightningOrigin: string;
    /** Origin of the gateway: its `/pop` and `/call-status` are called. */
    readonly gatewayOrigin: string;
    /** This server's code at the gateway and in Salesforce; left out for the default one. */
    readonly server?: string;
    /** What an administrator typed into ConVox as static header. */
    readonly statusHeader: string;
    readonly statusSecret: string;
    readonly statusFormat: 'form' | 'json' | 'get';
}

/** Where this server finds the gateway. */
export function gatewayAddress({ gatewayOrigin, server }: SalesforceSide): string {
    return server === undefined ? gatewayOrigin : `${gatewayOrigin}/servers/${server}`;
}

/** All durations in milliseconds. */
export interface ConvoxTimes {
    /** How long a call rings at an agent. */
    readonly ring: number;
    /** How long a dialled customer's phone rings before the customer takes it; never, when left out. */
    readonly customerAnswers?: number;
    /** After this long in wrap-up ConVox disposes of the call itself; never, when left out. */
    readonly wrapUp?: number;
    /** How late a slow reply is: longer than any caller waits. */
    readonly slowReply: number;
    /** How long a token of REST lives. */
    readonly tokenLife: number;
    /** How long after a call ConVox reports it. */
    readonly statusDelay: number;
    /** How long ConVox waits for the answer to a status push. */
    readonly statusTimeout: number;
    /** Multiplies the waiting times inside scenarios; 0 takes their steps at once. */
    readonly scenarioPace: number;
}

/** An old server, which asks for no key. */
export const ordinaryAccess: Pick<ConvoxSettings, 'dialect' | 'accessKey'> = {
    dialect: 'sheet',
    accessKey: SIMULATED_KEY
};

export const ordinaryTimes: ConvoxTimes = {
    ring: 20_000,
    customerAnswers: 3000,
    slowReply: 15_000,
    tokenLife: 3_600_000,
    statusDelay: 500,
    statusTimeout: 10_000,
    scenarioPace: 1
};

/** What an administrator may switch while the simulator runs. */
export interface Switches {
    dialect: DialectName;
    popRoute: PopRoute;
    /** How the next dial commands are treated. */
    dialling: 'works' | 'refuses' | 'drops' | 'isSlow';
}

export interface ConvoxSettings {
    readonly salesforce: SalesforceSide;
    readonly agents: readonly ConvoxAgent[];
    readonly processes: readonly ConvoxProcess[];
    /** Ten digits each; dialling them is refused with CL008. */
    readonly doNotCall: readonly string[];
    /** Numbers whose rows for a list it takes, and whose answer gets lost. */
    readonly lostRows: readonly string[];
    readonly replyStyle: ReplyStyle;
    /** What the server speaks at first. */
    readonly dialect: DialectName;
    /** The static key that the web service and REST want to be shown. */
    readonly accessKey: string;
    /** IANA name; ConVox's own times have no offset. */
    readonly timeZone: string;
    readonly times: ConvoxTimes;
}
