import type { SampleUser } from '../org/configuration.ts';
import { AGENT_ASHA, AGENT_RAVI, PROCESS_SALES, PROCESS_SUPPORT } from '../org/callers.ts';

const AGENT_FATIMA = 'AG_FATIMA';
const AGENT_KARTHIK = 'AG_KARTHIK';

/** Agents who have worked beside the two of the sample set-up. */
export const colleagues: readonly (SampleUser & { readonly agentCode: string })[] = [
    {
        Username: 'fatima.sheikh@sunrise.example',
        FirstName: 'Fatima',
        LastName: 'Sheikh',
        Alias: 'fatima',
        agentCode: AGENT_FATIMA,
        permissions: 'ConVox_Agents'
    },
    {
        Username: 'karthik.rao@sunrise.example',
        FirstName: 'Karthik',
        LastName: 'Rao',
        Alias: 'karthik',
        agentCode: AGENT_KARTHIK,
        permissions: 'ConVox_Agents'
    }
];

/** Who works in which process, and how: seconds to pick up and to talk, on average. */
export const shifts = [
    { agent: AGENT_ASHA, process: PROCESS_SUPPORT, ring: 6, talk: 190 },
    { agent: AGENT_RAVI, process: PROCESS_SUPPORT, ring: 11, talk: 260 },
    { agent: AGENT_FATIMA, process: PROCESS_SUPPORT, ring: 8, talk: 150 },
    { agent: AGENT_KARTHIK, process: PROCESS_SALES, ring: 9, talk: 230 },
    { agent: AGENT_ASHA, process: PROCESS_SALES, ring: 7, talk: 170 }
] as const;

export type Shift = (typeof shifts)[number];
