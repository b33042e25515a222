export interface AtServer {
    readonly name: string;
    readonly server: { readonly Server__c?: string };
}

/**
 * What stands behind a server's code is that server's: austin:1001. Undefined where no server has the code.
 * @param codes ids of servers by their codes in lower case
 */
export function atServer(key: string, codes: ReadonlyMap<string, string>): AtServer | undefined {
    const [, code, name = ''] = /^(.+?):(.+)$/.exec(key) ?? [];
    if (code === undefined) {
        return { name: key, server: {} };
    }
    const serverId = codes.get(code.toLowerCase());
    return serverId === undefined ? undefined : { name, server: { Server__c: serverId } };
}
