/** ConVox's own reference of a call that Salesforce names by its key. */
export function ownReference(server: string | undefined, key: string): string {
    return server !== undefined && key.startsWith(`${server}:`) ? key.slice(server.length + 1) : key;
}
