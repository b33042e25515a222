/** In which IANA time zone each ConVox server's times are. */
export interface ServerZones {
    /** Of the default server. */
    readonly timeZone: string;
    /** Of the others, by code. */
    readonly serverZones?: Readonly<Record<string, string>>;
}

interface ZonedServer {
    readonly code: string;
    readonly isDefault: boolean;
    readonly timeZone: string;
}

/** Undefined for a server that is not set up. */
export function zoneOf({ timeZone, serverZones = {} }: ServerZones, server: string | undefined): string | undefined {
    if (server === undefined) {
        return timeZone;
    }
    return Object.hasOwn(serverZones, server) ? serverZones[server] : undefined;
}

/** @param timeZone of the only server, where there is no list */
export function zonesOf(timeZone: string, servers: readonly ZonedServer[] = []): ServerZones {
    const others = servers
        .filter(({ isDefault }) => !isDefault)
        .map((server): [string, string] => [server.code, server.timeZone]);
    return {
        timeZone: servers.find(({ isDefault }) => isDefault)?.timeZone ?? timeZone,
        ...(others.length > 0 && { serverZones: Object.fromEntries(others) })
    };
}
