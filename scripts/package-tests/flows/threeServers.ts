import type { SaveResult } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

/** The default server, another one with a code, and one that nobody gave a code. */
export type Server = 'mumbai' | 'austin' | 'nameless';

/** An org with the package and three servers; `servers` are their ids. */
export async function openThreeServers(): Promise<{
    org: PackageOrg;
    servers: Readonly<Record<Server, string>>;
}> {
    const org = await openPackageOrg();
    return {
        org,
        servers: {
            mumbai: org.create('ConVox_Server__c', { Name: 'Mumbai', Is_Default__c: true, Code__c: 'mumbai' }),
            austin: org.create('ConVox_Server__c', { Name: 'Austin', Code__c: 'austin' }),
            nameless: org.create('ConVox_Server__c', { Name: 'Nameless' })
        }
    };
}

/** Why the first of the rows was refused; '' when it was not. */
export function refusalIn([result]: readonly SaveResult[]): string {
    return result?.success === false ? result.errors.map(({ message }) => message).join('\n') : '';
}
