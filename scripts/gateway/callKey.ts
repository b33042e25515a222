/**
 * The key of a call in Salesforce: ConVox's reference as it is at the default server, under the server's code at another. Two
 * servers may give the same reference to two calls.
 * @param server code of another server than the default one
 */
export function callKey(server: string | undefined, reference: string): string {
    return server === undefined ? reference : `${server}:${reference}`;
}

/** ConVox's own reference of a call that Salesforce names by its key. */
export function ownReference(server: string | undefined, key: string): string {
    return server !== undefined && key.startsWith(`${server}:`) ? key.slice(server.length + 1) : key;
}
