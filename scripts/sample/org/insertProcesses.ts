import { processes } from './configuration.ts';
import { insertRows } from './insertRows.ts';
import type { SeededOrg } from './insertRows.ts';

/** Creates the sample's processes at a server, with their dispositions. */
export function insertProcesses(org: SeededOrg, serverId: string): void {
    const processIds = insertRows(
        org,
        'ConVox_Process__c',
        processes.map(({ dispositions: _dispositions, ...process }) => ({ ...process, Server__c: serverId }))
    );
    insertRows(
        org,
        'ConVox_Disposition__c',
        processes.flatMap(({ dispositions }, index) =>
            dispositions.map((disposition, place) => ({
                ...disposition,
                Process__c: processIds[index] ?? null,
                Sort_Order__c: (place + 1) * 10
            }))
        )
    );
}
