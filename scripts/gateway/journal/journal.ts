import type { AgentNews } from '../agentStates/agentNews.ts';

/** How a body is to be parsed again: `a=1&b=2`, or one JSON object. */
export type PushShape = 'form' | 'json';

/** One accepted call status. The body is what ConVox sent, in UTF-8: it is understood anew whenever it is forwarded. */
export interface Push {
    /** ConVox's reference of the call, or the contract's hash in its place. */
    readonly reference: string;
    /** Milliseconds since 1970. */
    readonly receivedAt: number;
    readonly shape: PushShape;
    readonly body: string;
    /** Code of the ConVox server that it came from; left out for the default one. */
    readonly server?: string;
}

export interface JournalledPush extends Push {
    /** Order of arrival; later pushes have higher numbers. */
    readonly seq: number;
    /** The first push of the call with the same body, when a claim hands out one that repeats it. */
    readonly first?: Arrival;
}

export interface Arrival {
    readonly seq: number;
    readonly receivedAt: number;
}

/** Pushes of a call, its first ones, that a claim looks through for one that is repeated. */
export const REMEMBERED = 100;

/** Everything that waits for one call, in order of arrival, held by whoever claimed it until the lease ends. */
export interface ClaimedCall {
    readonly reference: string;
    /** Names the claim: a settlement under a claim that somebody else has taken over changes nothing. */
    readonly claim: string;
    /** Attempts that Salesforce has refused already. */
    readonly attempts: number;
    /** Where the call stood among those that wait, for giving it back. */
    readonly place: number;
    readonly pushes: readonly JournalledPush[];
}

/** Durations in milliseconds: the journal has a clock of its own, which nobody can set back for it. */
export interface ClaimRequest {
    /** Most calls. */
    readonly limit: number;
    /**
     * Bytes of bodies after which no more is handed out. Every call gets its first push at least; what is left of it comes
     * with the next claim.
     */
    readonly mostBytes: number;
    /** How long the calls are nobody else's. */
    readonly lease: number;
    /** Fewer calls than `limit` are handed out only when the first of them has been due for so long. */
    readonly partialAfter: number;
}

/** Most milliseconds that a call can be put off or held. What is due later shows that a clock was set back, and is due now. */
export const LONGEST_PAUSE = 20 * 60 * 1000;

/** `seqs`: the pushes that it is about, those of the claim. */
export type Settlement = { readonly reference: string; readonly claim: string; readonly seqs: readonly number[] } & (
    | { readonly outcome: 'settled' }
    /** Due again after `pause` milliseconds. */
    | { readonly outcome: 'retry'; readonly attempts: number; readonly pause: number; readonly reason: string }
    /** As if it had not been claimed. */
    | { readonly outcome: 'returned'; readonly attempts: number; readonly place: number }
    | { readonly outcome: 'dead'; readonly reason: string }
);

export interface JournalCounts {
    /** Pushes that Salesforce does not hold yet. */
    readonly waiting: number;
    /** Arrival of the oldest of them, milliseconds since 1970. */
    readonly oldestWaitingAt: number | undefined;
    /** Pushes that wait for an administrator. */
    readonly dead: number;
    readonly quarantined: number;
    /** Size on disk, settled pushes included. */
    readonly bytes: number;
}

export interface DeadLetter extends JournalledPush {
    readonly reason: string;
}

/** A request that was answered 400, as it came. */
export interface RejectedPush {
    readonly receivedAt: number;
    readonly contentType: string;
    readonly method: string;
    /** Body of a POST, query of a GET: bytes, because they may be in any encoding or none. */
    readonly body: Uint8Array;
    readonly reason: string;
    /** As in a push. */
    readonly server?: string;
}

export interface QuarantinedPush extends RejectedPush {
    readonly id: number;
}

export interface Retention {
    readonly now: number;
    /** Settled pushes that arrived before are removed. */
    readonly settledBefore: number;
    readonly quarantinedBefore: number;
    /** Dead letters that arrived before are removed, too: they hold customers' data. */
    readonly deadBefore: number;
    /** Settled pushes are removed, oldest first, while there is more than this. */
    readonly mostBytes: number;
    /** Most rows of one step, so that pushes are not kept waiting by it. */
    readonly step: number;
}

/** Dead letters, all or by number, or everything that arrived since then and is still kept. */
export type ReplaySelection = { readonly deadLetters: Chosen } | { readonly since: number };

/** By number of a list. */
export type Chosen = readonly number[] | 'all';

export interface Page {
    readonly after: number;
    readonly limit: number;
}

/** What a forwarder needs. */
export interface Forwardable {
    claim(request: ClaimRequest): Promise<readonly ClaimedCall[]>;
    settle(settlements: readonly Settlement[]): Promise<void>;
    /** Keeps of each agent of each server the newest news; resolves when it is on disk. */
    noteAgents(news: readonly AgentNews[]): Promise<void>;
}

/**
 * Where accepted pushes are until Salesforce holds them. Several processes may share one journal when its store allows;
 * a call is claimed by one of them at a time.
 */
export interface Journal extends Forwardable {
    /** News that Salesforce has not been told, of each agent the newest. */
    untoldAgents(limit: number): Promise<readonly AgentNews[]>;
    /** Salesforce was told; what has become newer meanwhile stays untold. */
    agentsTold(news: readonly AgentNews[]): Promise<void>;
    /** Resolves when the pushes are on disk, and rejects with JournalFull or the store's error when they are not. */
    append(pushes: readonly Push[]): Promise<void>;
    /** Writes without changing anything. Rejects as `append` would now. */
    probe(): Promise<void>;
    counts(): Promise<JournalCounts>;
    /** Removes one step of what need not be kept, and tells how many rows; 0 means that nothing is left to remove. */
    prune(retention: Retention): Promise<number>;
    deadLetters(page: Page): Promise<readonly DeadLetter[]>;
    /** Returns how many there were. */
    deleteDeadLetters(chosen: Chosen): Promise<number>;
    /** Makes dead letters of everything that waits for a call. Returns how many pushes that are. */
    skip(reference: string, reason: string): Promise<number>;
    /**
     * Makes pushes wait again that were settled or given up; what arrived for their calls after them goes along, so that the
     * later values win again. Goes call by call in short steps, so that pushes are stored in between. Returns how many
     * pushes wait again; `progress` is told after each step.
     */
    replay(selection: ReplaySelection, progress?: (count: number) => void): Promise<number>;
    /** Returns how many older requests had to make room. */
    quarantine(rejected: RejectedPush): Promise<number>;
    quarantined(page: Page): Promise<readonly QuarantinedPush[]>;
    /** Returns how many there were. */
    deleteQuarantined(chosen: Chosen): Promise<number>;
    /** Takes a request out of quarantine and appends what it turned out to be, both or neither. */
    release(id: number, pushes: readonly Push[]): Promise<void>;
    close(): Promise<void>;
}

/** The journal takes no more until pushes are forwarded or room is made. */
export class JournalFull extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'JournalFull';
    }
}
