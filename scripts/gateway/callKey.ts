import { callKey } from '#contract';
import { DEFAULT_SERVER } from './serverActivity.ts';

/** The server that a reference came from. */
export interface ReferenceSource {
    /** Its code; left out for the default one. */
    readonly server?: string;
    /** Codes of all servers but the default one. */
    readonly others?: readonly string[];
}

const beginsWith = (reference: string, code: string): boolean => reference.startsWith(`${code}:`);

/**
 * The key of a call in Salesforce. A reference of the default server stays bare, unless it would be taken for another server's
 * call: that one is kept under `default`, which no server can be called.
 */
export function keyOf({ server, others = [] }: ReferenceSource, reference: string): string {
    const isTakenForAnothers =
        server === undefined && [DEFAULT_SERVER, ...others].some((code) => beginsWith(reference, code));
    return isTakenForAnothers ? `${DEFAULT_SERVER}:${reference}` : callKey(server, reference);
}

/** ConVox's own reference of a call that Salesforce names by its key. */
export function ownReference(server: string = DEFAULT_SERVER, key: string): string {
    return beginsWith(key, server) ? key.slice(server.length + 1) : key;
}
