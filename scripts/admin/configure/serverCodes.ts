import type { Config } from './configSchema.ts';

/** What an org has of a server. */
export interface KnownServer {
    readonly code: string;
    readonly isDefault: boolean;
}

/** Servers of an org by their names in small letters. */
export type KnownServers = ReadonlyMap<string, KnownServer>;

/** A server as it will be: the file's word counts before the org's. Undefined when neither knows it. */
export function serverNamed(
    name: string,
    { servers }: Pick<Config, 'servers'>,
    known: KnownServers
): KnownServer | undefined {
    const key = name.trim().toLowerCase();
    const inFile = servers.find((server) => server.name.trim().toLowerCase() === key);
    const inOrg = known.get(key);
    if (inFile === undefined) {
        return inOrg;
    }
    const { code = '', isDefault = false } = inOrg ?? {};
    return { code: inFile.code ?? code, isDefault: inFile.default ?? isDefault };
}

/** What stands before the names of a server's agents and processes; '' at the default one. */
export const codeBefore = ({ code, isDefault }: KnownServer): string => (isDefault ? '' : code);
