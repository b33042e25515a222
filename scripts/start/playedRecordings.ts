import type { Org } from '../local/org/org.ts';
import type { Listening } from '../node/listen.ts';
import { insertRows } from '../sample/org/insertRows.ts';
import { serveRecordings } from '../simulator/recordings.ts';

const SITE = 'ConVox_Recordings';

/** What an administrator sets up so that recordings are heard: the default server's base, and a Trusted URL for media. */
function letPagesPlay(org: Pick<Org, 'store' | 'users'>, base: string): void {
    const { store, users } = org;
    const [server] = store.find({
        object: 'ConVox_Server__c',
        where: { field: 'Is_Default__c', operator: 'eq', value: true }
    });
    const [site] = store.find({
        object: 'CspTrustedSite',
        where: { field: 'DeveloperName', operator: 'eq', value: SITE }
    });
    store.update(
        'ConVox_Server__c',
        [{ id: String(server?.['Id']), values: { Recordings_Base__c: base } }],
        users.admin
    );
    if (site === undefined) {
        const trusted = { DeveloperName: SITE, EndpointUrl: base, IsActive: true, IsApplicableToMediaSrc: true };
        insertRows(org, 'CspTrustedSite', [trusted]);
    } else {
        store.update('CspTrustedSite', [{ id: String(site['Id']), values: { EndpointUrl: base } }], users.admin);
    }
}

/** Serves the recordings at that port and lets the org's pages play them; does nothing without a port. */
export async function playRecordings(
    org: Pick<Org, 'store' | 'users'>,
    port: number | undefined
): Promise<{ readonly recordings?: string; readonly servers: readonly Listening[] }> {
    if (port === undefined) {
        return { servers: [] };
    }
    const server = await serveRecordings(port);
    letPagesPlay(org, server.url);
    return { recordings: server.url, servers: [server] };
}
