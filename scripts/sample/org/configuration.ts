import { INTEGRATION_PROFILE } from '../../local/org/permissions/profiles.ts';
import { AGENT_ASHA, AGENT_RAVI, BREAKS, PROCESS_SALES, PROCESS_SUPPORT } from './callers.ts';

/** What an admin sets up after installing the package: users, and the ConVox server with its people and codes. */

export interface SampleUser {
    readonly Username: string;
    readonly FirstName: string;
    readonly LastName: string;
    readonly Alias: string;
    /** The ConVox agent that this user is. */
    readonly agentCode?: string;
    /** API name of a permission set or of a group. */
    readonly permissions: string;
    /** The people's profile when left out. */
    readonly profile?: string;
    /** API name of a public group. */
    readonly memberOf?: string;
}

export const users: readonly SampleUser[] = [
    {
        Username: 'asha.verma@sunrise.example',
        FirstName: 'Asha',
        LastName: 'Verma',
        Alias: 'asha',
        agentCode: AGENT_ASHA,
        permissions: 'ConVox_Agents'
    },
    {
        Username: 'ravi.kumar@sunrise.example',
        FirstName: 'Ravi',
        LastName: 'Kumar',
        Alias: 'ravi',
        agentCode: AGENT_RAVI,
        permissions: 'ConVox_Agents'
    },
    {
        Username: 'integration@sunrise.example',
        FirstName: 'ConVox',
        LastName: 'Integration',
        Alias: 'integr',
        permissions: 'ConVox_Gateway',
        profile: INTEGRATION_PROFILE,
        memberOf: 'ConVox_Gateway_Users'
    },
    {
        Username: 'divya.menon@sunrise.example',
        FirstName: 'Divya',
        LastName: 'Menon',
        Alias: 'divya',
        permissions: 'ConVox_Managers',
        memberOf: 'ConVox_Dashboard_Users'
    }
];

export const server = { Name: 'ConVox Mumbai', Is_Default__c: true, Phone_Keys_Filled__c: true } as const;

export interface SampleProcess {
    readonly Name: string;
    readonly Process_Code__c: string;
    readonly Wrap_Up_Seconds__c: number;
    readonly Answer_Target_Seconds__c: number;
    readonly Break_Names__c: string;
    readonly Transfer_Queues__c: string;
    readonly Transfer_Disposition__c: string;
    readonly dispositions: readonly SampleDisposition[];
}

interface SampleDisposition {
    readonly Name: string;
    readonly Code__c: string;
    readonly Counts_As__c: 'Success' | 'Contact' | 'Neither';
    readonly Needs_Follow_Up__c?: boolean;
}

/** Where agents may go and hand calls to, the same in every process. */
const desk = {
    Break_Names__c: BREAKS.join(', '),
    Transfer_Queues__c: [PROCESS_SUPPORT, PROCESS_SALES].map((process) => `${process}_QUEUE`).join(', '),
    Transfer_Disposition__c: 'TRANSFERRED'
} as const;

export const processes: readonly SampleProcess[] = [
    {
        Name: 'Customer Support',
        Process_Code__c: PROCESS_SUPPORT,
        Wrap_Up_Seconds__c: 60,
        Answer_Target_Seconds__c: 20,
        ...desk,
        dispositions: [
            { Name: 'Resolved', Code__c: 'RESOLVED', Counts_As__c: 'Success' },
            { Name: 'Call back', Code__c: 'CALLBACK', Counts_As__c: 'Contact', Needs_Follow_Up__c: true },
            { Name: 'Sale made', Code__c: 'SALE', Counts_As__c: 'Success' },
            { Name: 'Not interested', Code__c: 'NOT_INTERESTED', Counts_As__c: 'Contact' }
        ]
    },
    {
        Name: 'Outbound Sales',
        Process_Code__c: PROCESS_SALES,
        Wrap_Up_Seconds__c: 30,
        Answer_Target_Seconds__c: 30,
        ...desk,
        dispositions: [
            { Name: 'Sale made', Code__c: 'SALE', Counts_As__c: 'Success' },
            { Name: 'Call back', Code__c: 'CALLBACK', Counts_As__c: 'Contact', Needs_Follow_Up__c: true },
            { Name: 'Site visit agreed', Code__c: 'VISIT', Counts_As__c: 'Success', Needs_Follow_Up__c: true },
            { Name: 'Not interested', Code__c: 'NOT_INTERESTED', Counts_As__c: 'Contact' },
            { Name: 'Wrong number', Code__c: 'WRONG_NUMBER', Counts_As__c: 'Neither' }
        ]
    }
];
