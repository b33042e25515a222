/**
 * How a family of ConVox servers takes a dial request. The sheet promises an address without naming it, so the names are
 * the server record's to change. prefix 'joined' = written in front of the number, else the parameter that carries it.
 */
export interface DialDialect {
    readonly folder: string;
    readonly script: string;
    readonly method: 'GET' | 'POST';
    readonly body: 'form' | 'json';
    readonly actionParameter: string;
    readonly action: string;
    readonly agentParameter: string;
    readonly numberParameter: string;
    readonly prefix: string;
}

/** `sheet` is first and the default. */
export const dialDialects = {
    sheet: {
        folder: '/ConVoxCCS/Agent/',
        script: 'bridge.php',
        method: 'GET',
        body: 'form',
        actionParameter: 'ACTION',
        action: 'CALL',
        agentParameter: 'user',
        numberParameter: 'phone_number',
        prefix: 'joined'
    },
    rest: {
        folder: '/ConVoxCCS/rest/',
        script: 'api',
        method: 'POST',
        body: 'json',
        actionParameter: 'action',
        action: 'CALL',
        agentParameter: 'userid',
        numberParameter: 'phone_number',
        prefix: 'dial_prefix'
    }
} as const satisfies Record<string, DialDialect>;

/** A server record's settings; what is absent or empty is the dialect's own. dialPrefix: up to four digits. */
export interface DialSettings {
    readonly dialect?: keyof typeof dialDialects;
    readonly method?: 'GET' | 'POST';
    readonly script?: string;
    readonly action?: string;
    readonly agentParameter?: string;
    readonly numberParameter?: string;
    readonly dialPrefix?: string;
}

/** The dialect with the server's own names in it. */
export function dialectOf(settings: DialSettings): DialDialect {
    const dialect = dialDialects[settings.dialect ?? 'sheet'];
    return {
        ...dialect,
        method: settings.method ?? dialect.method,
        script: settings.script || dialect.script,
        action: settings.action || dialect.action,
        agentParameter: settings.agentParameter || dialect.agentParameter,
        numberParameter: settings.numberParameter || dialect.numberParameter
    };
}
