import { z } from 'zod';
import { withoutLastSlash } from '../../gateway/recordingsBase.ts';
import { queryRows } from '../org/rows.ts';
import type { Check } from './check.ts';
import { CONFIGURE, no, yes } from './check.ts';
import { askForReport } from './gatewayReport.ts';
import type { ReportedServer } from './gatewayReport.ts';

const serverRow = z
    .object({
        Name: z.string(),
        Code__c: z.string().nullable(),
        Is_Default__c: z.boolean(),
        Time_Zone__c: z.string().nullable(),
        Dialect__c: z.string().nullable(),
        Recordings_Base__c: z.string().nullable()
    })
    .transform((row) => ({
        name: row.Name,
        code: row.Code__c ?? '',
        isDefault: row.Is_Default__c,
        timeZone: row.Time_Zone__c ?? '',
        dialect: row.Dialect__c ?? 'sheet',
        recordings: withoutLastSlash(row.Recordings_Base__c ?? '')
    }));
type ServerRow = z.infer<typeof serverRow>;

/** How servers are in Salesforce and in the gateway, of those that are not alike; '' counts as not told. */
export function differences(servers: readonly ServerRow[], reported: readonly ReportedServer[]): string[] {
    return servers.flatMap((server) => {
        const theirs = reported.find(
            ({ code, isDefault }) =>
                isDefault === server.isDefault &&
                (code === server.code || (isDefault && ['', 'default'].includes(server.code)))
        );
        if (theirs === undefined) {
            return [`${server.name}: ${missing(server)}`];
        }
        return (['timeZone', 'dialect', 'recordings'] as const).flatMap((setting) => {
            const told = theirs[setting] ?? '';
            return told === '' || told === server[setting]
                ? []
                : [`${server.name}: ${NAMES[setting]} ${server[setting] || 'none'}, in the gateway ${told}`];
        });
    });
}

function missing({ code, isDefault }: ServerRow): string {
    if (isDefault) {
        return `the gateway does not have its default server${code && ` as ${code}`}`;
    }
    return code === ''
        ? 'it is not the default server and has no code, by which the gateway would know it'
        : `the gateway does not have the code ${code} beside its default server`;
}

const NAMES = { timeZone: 'zone', dialect: 'dialect', recordings: 'recordings' } as const;

export const gatewayServersCheck: Check = {
    id: 'gateway-servers',
    about: 'health',
    question: 'Has every server the same zone, dialect and place of recordings in Salesforce and in the gateway?',
    run: async ({ connection }) => {
        const asked = await askForReport(connection);
        if (!asked.ok) {
            return asked.finding;
        }
        const servers = await queryRows(
            connection,
            'SELECT Name, Code__c, Is_Default__c, Time_Zone__c, Dialect__c, Recordings_Base__c FROM ConVox_Server__c ORDER BY Name',
            serverRow
        );
        const found = differences(servers, asked.report.servers);
        return found.length === 0
            ? yes(servers.map(({ name, timeZone, dialect }) => `${name}: ${timeZone}, ${dialect}`).join('; '))
            : no(
                  found.join('; '),
                  `Follow-ups would be promised at another hour, commands said in words that the server does not have, and recordings looked for elsewhere. Correct the server’s record, or the gateway’s settings. ${CONFIGURE}`
              );
    }
};
