/** How servers are called in addresses and before names of their own. */
export const serverCode = /^[a-z][a-z0-9]{0,11}$/;

/**
 * What ConVox calls a call, an agent or a process, as Salesforce keeps it: as it is at the default server, under the server's
 * code at another. Two servers may give one name twice. A key stays as it is, and what has no name has no key.
 * @param server code of another server than the default one; '' or left out for that one
 */
export function serverKey(server: string | undefined, name: string): string {
    return !server || !name || name.startsWith(`${server}:`) ? name : `${server}:${name}`;
}
