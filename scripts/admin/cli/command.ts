import type { Connection } from '@jsforce/jsforce-node';
import type { RunProcess } from './processes.ts';
import type { Terminal } from './terminal.ts';

export interface Option {
    readonly type: 'string' | 'boolean';
    /** Name of the value in the help: `--target-org <alias>`. */
    readonly value?: string;
    readonly summary: string;
}

/** What the user typed behind the command's name. */
export interface Invocation {
    readonly positionals: readonly string[];
    /** Undefined when the option was left out. */
    text(option: string): string | undefined;
    isSet(option: string): boolean;
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** What commands work with; tests give their own. */
export interface Desk {
    /** The repository's folder. */
    readonly root: string;
    /** Where the user stands: what files are named from. */
    readonly folder: string;
    readonly clock: () => Date;
    readonly environment: Variables;
    readonly terminal: Terminal;
    readonly run: RunProcess;
    /** Signs in to the org that `--target-org` names. */
    readonly connect: (targetOrg: string | undefined) => Promise<Connection>;
    /** Signs in as the gateway does, with the settings of its environment. */
    readonly connectAsGateway: () => Promise<Connection>;
    readonly interrupted: AbortSignal;
    /** Milliseconds before a job in the org is looked at again for the first time; half a second when left out. */
    readonly shortestWait?: number;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export interface Outcome {
    /** False when something was refused, failed or does not hold: the exit code is 1 then. */
    readonly ok: boolean;
    /** For people. */
    readonly lines: readonly string[];
    /** For programs: the same facts. */
    readonly document: { readonly [name: string]: Json };
}

export interface Command {
    /** As it is typed, such as `package version create`. */
    readonly name: string;
    readonly summary: string;
    /** Positional arguments in the help, `<file>`. */
    readonly takes?: string;
    readonly options: Readonly<Record<string, Option>>;
    /** What the help says besides. */
    readonly notes?: string;
    run(invocation: Invocation, desk: Desk): Promise<Outcome>;
}

/** The command was not understood; the help is shown with it. */
export class UsageError extends Error {
    override readonly name = 'UsageError';
}

/** Something that the user can put right. The message says what is wrong and what to do. */
export class AdminError extends Error {
    override readonly name = 'AdminError';
    readonly details: readonly string[];

    constructor(message: string, details: readonly string[] = []) {
        super(message);
        this.details = details;
    }
}

export const targetOrg: Option = {
    type: 'string',
    value: '<alias>',
    summary:
        'alias or user name of an org that the Salesforce CLI is signed in to (npm run sf -- org login web --alias <alias>)'
};

export const dryRun = (summary: string): Option => ({ type: 'boolean', summary });
