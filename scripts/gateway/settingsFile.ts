import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { errorText } from './systemError.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

export const SETTINGS_FILE = 'GATEWAY_SETTINGS_FILE';

/** What a running gateway takes over; everything else holds until it is started anew. */
const CHANGEABLE = new Set([
    'GATEWAY_SECRETS',
    'GATEWAY_SECRET_HEADER',
    'GATEWAY_ALLOWED_SOURCES',
    'GATEWAY_TRUSTED_PROXIES',
    'GATEWAY_MONITORS',
    'GATEWAY_RATE_PER_SECOND',
    'GATEWAY_POP_RATE_PER_SECOND',
    'CONVOX_ORIGIN',
    'CONVOX_KEYS',
    'CONVOX_SCRIPTS',
    'CONVOX_DIALECT',
    'CONVOX_ACCESS_KEY',
    'CONVOX_COMMAND_SOURCES',
    'SALESFORCE_LIGHTNING_ORIGIN'
]);

/**
 * The environment, and what the file that it names says in place of it: a process cannot be given another environment, a
 * file can be read again.
 * @throws Error in words when the file cannot be read
 */
export function withSettingsFile(environment: Variables): Variables {
    const file = environment[SETTINGS_FILE];
    if (file === undefined) {
        return environment;
    }
    try {
        return { ...environment, ...parseEnv(readFileSync(file, 'utf8')) };
    } catch (error) {
        throw new Error(`${SETTINGS_FILE} cannot be read: ${errorText(error)}`, { cause: error });
    }
}

/** The settings that differ and hold only after a new start. */
export function waitingForStart(former: Variables, present: Variables, names: readonly string[]): readonly string[] {
    return names.filter((name) => former[name] !== present[name] && !CHANGEABLE.has(name));
}
