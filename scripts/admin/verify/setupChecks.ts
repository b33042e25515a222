import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { changeOf } from '../backfillPhoneKeys/changes.ts';
import type { KeyedObject } from '../backfillPhoneKeys/keyFields.ts';
import { hasPersonAccounts, keyedObjectsOf } from '../backfillPhoneKeys/keyFields.ts';
import { readFlowVersions } from '../org/flowVersions.ts';
import { queryCount, queryRows } from '../org/rows.ts';
import type { Check } from './check.ts';
import { CONFIGURE, no, open, yes } from './check.ts';

const serverRow = z.object({ Name: z.string(), Is_Default__c: z.boolean(), Phone_Keys_Filled__c: z.boolean() });
const numberRow = z
    .record(z.string(), z.unknown())
    .transform(({ attributes: _attributes, ...fields }) => z.record(z.string(), z.string().nullable()).parse(fields));
const SERVERS = 'SELECT Name, Is_Default__c, Phone_Keys_Filled__c FROM ConVox_Server__c';

const codedRow = z.object({ Name: z.string(), Is_Default__c: z.boolean(), Code__c: z.string().nullable() });

const recordingsRow = z.object({ Recordings_Base__c: z.string() });
const trustedRow = z.object({ EndpointUrl: z.string() });

const PERSON_FLOW = 'ConVox_Person_Account_Before_Save_Fill_Phone_Keys';

const ROWS_LOOKED_AT = 200;

/** How many rows with a number have no key, and whether some of the first of them could have one. */
async function rowsWithoutKeys(
    connection: Connection,
    target: KeyedObject
): Promise<{ object: string; count: number; canHaveKeys: boolean }> {
    const { name, object, keys, only } = target;
    const lacks = keys.map(({ number, key }) => `(${number} != null AND ${key} = null)`).join(' OR ');
    const condition = `WHERE (${lacks})${only === undefined ? '' : ` AND ${only}`}`;
    const fields = keys.flatMap(({ number, key }) => [number, key]).join(', ');
    const rows = await queryRows(
        connection,
        `SELECT Id, ${fields} FROM ${object} ${condition} ORDER BY Id LIMIT ${ROWS_LOOKED_AT}`,
        numberRow
    );
    return {
        object: name,
        count: await queryCount(connection, `SELECT COUNT() FROM ${object} ${condition}`),
        canHaveKeys: rows.some((row) => changeOf(row, target) !== undefined)
    };
}

/** Whether a Trusted URL is of this address's host, or of all hosts below one of its domains. */
function isTrusted(address: string, trusted: string): boolean {
    const { host } = new URL(address);
    const wanted = trusted
        .replace(/^https?:\/\//i, '')
        .replace(/\/.*$/, '')
        .toLowerCase();
    return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}

/** Whether servers, agents and customers are set up. */
export const setupChecks: readonly Check[] = [
    {
        id: 'setup-rows',
        about: 'health',
        question: 'Is one server the default?',
        run: async ({ connection }) => {
            const servers = await queryRows(connection, SERVERS, serverRow);
            const defaults = servers.filter((server) => server.Is_Default__c).length;
            const evidence = `${defaults} default of ${servers.length} servers`;
            return defaults === 1 ? yes(evidence) : no(evidence, CONFIGURE);
        }
    },
    {
        id: 'server-codes',
        about: 'health',
        question: 'Do commands of every server go to that server?',
        run: async ({ connection }) => {
            const servers = await queryRows(
                connection,
                'SELECT Name, Is_Default__c, Code__c FROM ConVox_Server__c',
                codedRow
            );
            const without = servers.filter((server) => !server.Is_Default__c && server.Code__c === null);
            return without.length === 0
                ? yes(`${servers.length} servers: ${servers.map((server) => server.Code__c ?? 'default').join(', ')}`)
                : no(
                      `no code, and not the default: ${without.map((server) => server.Name).join(', ')}`,
                      `Their commands go to the default server, where they end and dial other calls. Give each its code in the gateway. One that never had a call or a command may be deleted instead. ${CONFIGURE}`
                  );
        }
    },
    {
        id: 'recordings',
        about: 'health',
        question: 'May pages play recordings from where the servers have them?',
        run: async ({ connection }) => {
            const servers = await queryRows(
                connection,
                'SELECT Recordings_Base__c FROM ConVox_Server__c WHERE Recordings_Base__c != null',
                recordingsRow
            );
            if (servers.length === 0) {
                return yes('no server has a Recordings Base: recordings are not heard from Salesforce');
            }
            const trusted = await queryRows(
                connection,
                'SELECT EndpointUrl FROM CspTrustedSite WHERE IsActive = true AND IsApplicableToMediaSrc = true',
                trustedRow
            );
            const bases = servers.map((server) => server.Recordings_Base__c);
            const missing = bases.filter((base) => !trusted.some(({ EndpointUrl }) => isTrusted(base, EndpointUrl)));
            return missing.length === 0
                ? yes(`trusted for media-src: ${bases.join(', ')}`)
                : no(
                      `not trusted for media-src: ${missing.join(', ')}`,
                      'Setup > Trusted URLs > New: this address, Lightning Experience Pages, media-src (audio and video). Until then only the link to a recording works.'
                  );
        }
    },
    {
        id: 'person-accounts',
        about: 'health',
        question: 'Are person accounts found by the phones of the person?',
        run: async ({ connection }) => {
            if (!(await hasPersonAccounts(connection))) {
                return yes('the org has no person accounts');
            }
            const active = (await readFlowVersions(connection)).get(PERSON_FLOW)?.active;
            return typeof active === 'string'
                ? yes(`${PERSON_FLOW} is active`)
                : no(
                      `the org has person accounts, and ${PERSON_FLOW} is not active`,
                      'npm run admin -- deploy --target-org <alias> --parts persons, and then backfill-phone-keys.'
                  );
        }
    },
    {
        id: 'phone-keys',
        about: 'health',
        question: 'Do existing customers have their phone keys, as the servers say?',
        run: async ({ connection }) => {
            const targets = await keyedObjectsOf(connection);
            const counts = await Promise.all(targets.map((target) => rowsWithoutKeys(connection, target)));
            const servers = await queryRows(connection, SERVERS, serverRow);
            const isFilled = servers.every((server) => server.Phone_Keys_Filled__c);
            const evidence = `rows with a number and no key: ${counts.map(({ object, count }) => `${object} ${count}`).join(', ')}; servers marked as ${isFilled ? '' : 'not '}filled`;
            const advice =
                'Callers are found by their keys. Fill them: npm run admin -- backfill-phone-keys --target-org <alias>';
            if (!isFilled) {
                return open(evidence, `Until then they are searched by the end of their number, slowly. ${advice}`);
            }
            // A number that identifies nobody has no key, so that a few rows without one always remain.
            return counts.some(({ canHaveKeys }) => canHaveKeys) ? no(evidence, advice) : yes(evidence);
        }
    }
];
