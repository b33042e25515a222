import { fieldTable } from '#contract';
import type { Generation } from './dialects.ts';
import { valueOf } from './messageKind.ts';
import type { PastedTraffic } from './pastedTraffic.ts';

type Parameters = PastedTraffic['parameters'];

/** What an agent does, which is of no generation: the gateway's own. */
export const agentStateTable = fieldTable<string>([
    { field: 'agentCode', name: 'agent_id', limit: 64 },
    { field: 'state', name: 'state', limit: 40 },
    { field: 'breakName', name: 'break_name', limit: 80 },
    { field: 'since', name: 'since', limit: 40 }
]);

/** What the newer generations close no call without, by field and name. */
const demands: Partial<Record<Generation, Readonly<Record<string, string>>>> = {
    rest: {
        endCallType: 'endcalltype',
        referenceNumber: 'refno',
        callReference: 'callreferenceid',
        process: 'processname',
        mobileNumber: 'mobilenumber'
    },
    webService: { endCallType: 'endcalltype', referenceNumber: 'refno' }
};

export function missingForNewer(parameters: Parameters, generation: Generation): string[] {
    return withoutValue(parameters, demands[generation] ?? {});
}

export function missingOfAgentState(parameters: Parameters): string[] {
    return withoutValue(parameters, { agentCode: 'agentid', state: 'state' });
}

function withoutValue(parameters: Parameters, names: Readonly<Record<string, string>>): string[] {
    return Object.entries(names)
        .filter(([, name]) => valueOf(parameters, name) === '')
        .map(([field]) => field);
}
