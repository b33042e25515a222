import { serverKey } from '#contract';
import { DEFAULT_SERVER } from './serverActivity.ts';

/** The server that a name came from. */
export interface NameSource {
    /** Its code; left out for the default one. */
    readonly server?: string;
    /** Codes of all servers but the default one. */
    readonly others?: readonly string[];
}

/** Salesforce takes keys for the same whatever their case. */
const beginsWith = (name: string, code: string): boolean => name.toLowerCase().startsWith(`${code}:`);

/**
 * The key of a call, an agent or a process in Salesforce. What the default server calls it stays bare, unless it would be
 * taken for another server's: that is kept under `default`, which no server can be called.
 */
export function keyOf({ server, others = [] }: NameSource, name: string): string {
    const isTakenForAnothers =
        server === undefined && [DEFAULT_SERVER, ...others].some((code) => beginsWith(name, code));
    return isTakenForAnothers ? `${DEFAULT_SERVER}:${name}` : serverKey(server, name);
}

/** What ConVox itself calls what Salesforce names by its key. */
export function ownName(server: string = DEFAULT_SERVER, key: string): string {
    return beginsWith(key, server) ? key.slice(server.length + 1) : key;
}
