import { fillIn } from 'c/convoxText';
import type { GatewayReport, ReportedServer } from 'c/convoxGatewayReport';
import { check } from './check.ts';
import type { Check, Fix } from './check.ts';
import { labels as healthLabels } from './healthLabels.ts';
import { labels } from './labels.ts';
import type { ServerFacts } from './serverFacts.ts';

/** What Salesforce and the gateway both have to know of a server. */
interface Setting {
    readonly id: string;
    readonly claim: string;
    readonly mend: string;
    readonly field: string;
    readonly key: 'timeZone' | 'dialect' | 'recordings';
}

/** Moments of each server's calls are read in its own zone, and its commands said in its own words. */
const SETTINGS: readonly Setting[] = [
    { id: 'zone', claim: labels.zoneClaim, mend: labels.zoneMend, field: 'Time_Zone__c', key: 'timeZone' },
    { id: 'dialect', claim: labels.dialectClaim, mend: labels.dialectMend, field: 'Dialect__c', key: 'dialect' },
    {
        id: 'recordings',
        claim: healthLabels.recordingsClaim,
        mend: healthLabels.recordingsMend,
        field: 'Recordings_Base__c',
        key: 'recordings'
    }
];

/** A server that the gateway does not know has its own check; nothing is compared that the gateway tells of none. */
export function sameSettings(servers: readonly ServerFacts[], report: GatewayReport): Check[] {
    const pairs = servers.flatMap((server) => {
        const theirs = known(server, report);
        return theirs ? [{ server, theirs }] : [];
    });
    const hasDefault = pairs.some(({ server }) => server.isDefault);
    const told = SETTINGS.filter(({ key }) => report.servers.some((one) => one[key] !== ''));
    return told.map((setting) => {
        return hasDefault ? compared(setting, pairs) : check(setting.id, setting.claim, 'open', labels.noDefault);
    });
}

/** By its code; the default one needs none. */
export function known({ code, isDefault }: ServerFacts, { servers }: GatewayReport): ReportedServer | undefined {
    return servers.find((one) => one.code === code) ?? (isDefault ? servers.find((one) => one.isDefault) : undefined);
}

interface Pair {
    readonly server: ServerFacts;
    readonly theirs: ReportedServer;
}

/** The gateway tells no dialect of a server that takes no commands. */
function compared({ id, claim, mend, field, key }: Setting, pairs: readonly Pair[]): Check {
    const told = pairs.flatMap(({ server, theirs }) => (theirs[key] ? [{ server, value: theirs[key] }] : []));
    const others = told.filter(({ server, value }) => server[key] !== value);
    return check(
        id,
        claim,
        others.length === 0 ? 'yes' : 'no',
        others.length === 0
            ? [...new Set(told.map(({ value }) => value))].join(', ')
            : others
                  .map(({ server, value }) => fillIn(labels.zones, server.name, server[key] || '–', value))
                  .join(' · '),
        mend,
        others.map(({ server, value }): Fix => ({
            label: fillIn(labels.setZone, value, server.name),
            action: { does: 'update', id: server.id, fields: { [field]: value } }
        }))
    );
}
