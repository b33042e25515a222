import type { Connection } from '@jsforce/jsforce-node';
import type { MarkedRows } from './markedRows.ts';
import type { PackageFacts } from './packageFacts.ts';

/**
 * `yes`: it holds, and the evidence shows it. `no`: it does not, or could not be asked. `open`: this org cannot tell yet, or
 * only a person can; the advice says how to find out.
 */
export type Answer = 'yes' | 'no' | 'open';

/** Whom checks may ask the org as, other than the administrator. */
export type Role = 'agent' | 'gateway';

export interface Finding {
    readonly answer: Answer;
    /** What was seen. */
    readonly evidence: string;
    /** What to do about it. */
    readonly advice?: string;
}

export interface SessionUser {
    readonly id: string;
    readonly name: string;
}

/** Whom the org is asked as; who that is, and whether it shows anything, is asked once. */
export interface RoleSession {
    readonly connection: Connection;
    readonly user: () => Promise<SessionUser>;
    /** Why the session shows nothing of what its role may do; undefined when its user has the role and no more. */
    readonly whyNotInRole: () => Promise<Finding | undefined>;
}

export interface CheckContext {
    readonly connection: Connection;
    readonly facts: PackageFacts;
    /** Of these commands. */
    readonly version: string;
    /** Sessions of those whom the org is asked as, besides the administrator's `connection`. */
    readonly sessions: Readonly<Partial<Record<Role, RoleSession>>>;
    /** The only way for a check to write. */
    readonly rows: MarkedRows;
    readonly clock: () => Date;
    readonly wait: (milliseconds: number) => Promise<void>;
    readonly fetch: typeof fetch;
}

export interface Check {
    readonly id: string;
    /** A question that yes answers in the product's favour. */
    readonly question: string;
    /** `health` of this installation, or an assumption about the `platform` that the product stands on. */
    readonly about: 'health' | 'platform';
    /** Whether it writes rows of its own, which are deleted at the end. */
    readonly writes?: true;
    /** Asked in this role's own session, and only when there is one. */
    readonly as?: Role;
    /** Sends commands to ConVox; asked only on request. */
    readonly sendsCommands?: true;
    run(context: CheckContext): Promise<Finding>;
}

export const yes = (evidence: string): Finding => ({ answer: 'yes', evidence });
export const no = (evidence: string, advice: string): Finding => ({ answer: 'no', evidence, advice });
export const open = (evidence: string, advice: string): Finding => ({ answer: 'open', evidence, advice });

/** `yes` when nothing is missing. */
export function allThere(what: string, missing: readonly string[], total: number, advice: string): Finding {
    const named = missing.length > 8 ? [...missing.slice(0, 8), `and ${missing.length - 8} more`] : missing;
    return missing.length === 0
        ? yes(`all ${total} ${what} are there`)
        : no(`missing of ${total} ${what}: ${named.join(', ')}`, advice);
}

/** For an assumption that turns out wrong. */
export const HEDGE = 'Tell the makers this line: design and code keep each assumption in one replaceable place.';

/** Advice: the commands that put most things right. */
export const DEPLOY = 'npm run admin -- deploy --target-org <alias>';
export const CONFIGURE = 'npm run admin -- configure <file.yaml> --target-org <alias>';
