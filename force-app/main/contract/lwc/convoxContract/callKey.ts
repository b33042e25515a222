/** How servers are called in addresses and before references. */
export const serverCode = /^[a-z][a-z0-9]{0,11}$/;

/**
 * The key of a call in Salesforce: ConVox's reference as it is at the default server, under the server's code at another. Two
 * servers may give the same reference to two calls. A key stays as it is.
 * @param server code of another server than the default one; '' or left out for that one
 */
export function callKey(server: string | undefined, reference: string): string {
    return !server || reference.startsWith(`${server}:`) ? reference : `${server}:${reference}`;
}
