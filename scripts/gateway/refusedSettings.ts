import { nearest } from './nearestName.ts';
import type { Variables } from './settingsFile.ts';

/**
 * A setting that is misspelt would leave its default in force without a word, an open door for example. Names of the other
 * two families are refused only when they are nearly one: other programs have theirs, too.
 */
export function unknownSettings(environment: Variables, known: readonly string[]): readonly string[] {
    return Object.keys(environment)
        .filter((name) => /^(GATEWAY|CONVOX|SALESFORCE)_/.test(name) && !known.includes(name))
        .map((name) => ({ name, meant: nearest(name, known) }))
        .filter(({ name, meant }) => meant !== undefined || (name.startsWith('GATEWAY_') && !isOfKubernetes(name)))
        .map(({ name, meant }) => `${name} is no setting of the gateway${meant ? `: is ${meant} meant?` : ''}`);
}

/** Kubernetes tells a container of the services beside it in such variables. */
function isOfKubernetes(name: string): boolean {
    return /_SERVICE_HOST$|_SERVICE_PORT(_\w+)?$|_PORT(_\d+_\w+)?$/.test(name);
}

/** What the file of servers says for each of them. */
const SAID_IN_FILE = /^CONVOX_(TIME_ZONE|ORIGIN|KEYS|SCRIPTS|DIALECT|ACCESS_KEY|COMMAND_SOURCES|EXTRA_FIELDS)$/;

/** Beside that file, a variable of the only server would hold for nobody. */
export function settingsSaidTwice(environment: Variables): readonly string[] {
    return environment.GATEWAY_SERVERS_FILE === undefined
        ? []
        : Object.keys(environment)
              .filter((name) => SAID_IN_FILE.test(name) && environment[name])
              .map((name) => `${name} is for one server: GATEWAY_SERVERS_FILE says it of each`);
}
