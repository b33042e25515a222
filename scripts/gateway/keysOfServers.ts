import type { ServerSettings } from './serverSettings.ts';

/**
 * Codes of the servers that do not take every key of the default one. Salesforce has one Named Credential, and so one key for all
 * of them: a command that shows it is refused there.
 */
export function serversWithOtherKeys(servers: readonly ServerSettings[]): string[] {
    const wanted = servers.find(({ isDefault }) => isDefault)?.callControl?.keys ?? [];
    return servers
        .filter(({ callControl }) => callControl && wanted.some((key) => !callControl.keys.includes(key)))
        .map(({ code }) => code);
}
