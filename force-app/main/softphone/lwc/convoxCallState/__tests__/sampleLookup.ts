import type { AgentSetup } from 'c/convoxAgentSetup';
import type { CallerLookup, Customer } from 'c/convoxCallerQuery';
import type { ScreenPop } from 'c/convoxContract';

export const ASHA: AgentSetup = {
    agentCode: 'AG_ASHA',
    serverId: 'a04000000000001AAA',
    timeZone: 'Asia/Kolkata',
    route: 'Direct',
    arePhoneKeysFilled: true
};

export const MEERA: Customer = {
    object: 'Contact',
    id: '003000000000001AAA',
    name: 'Meera Iyer',
    detail: 'Sunrise Traders',
    numbers: [{ field: 'MobilePhone', text: '+91 98765 43201', key: '9876543201' }]
};

export const KABIR: Customer = {
    object: 'Contact',
    id: '003000000000002AAA',
    name: 'Kabir Iyer',
    detail: '',
    numbers: [{ field: 'Phone', text: '9876543201', key: '9876543201' }]
};

export const LEELA: Customer = {
    object: 'Lead',
    id: '00Q000000000001AAA',
    name: 'Leela Rao',
    detail: 'Rao Foods',
    numbers: [{ field: 'Phone', text: '09876543201', key: '9876543201' }]
};

/** A record of an object that is no customer by itself. */
export const POLICY: Customer = {
    object: 'Record',
    page: 'Policy__c',
    id: 'a0P000000000001AAA',
    name: 'Policy: 4711',
    detail: '',
    numbers: [{ field: 'Phone', text: '9876543201', key: '9876543201' }]
};

export function popOf(values: Partial<ScreenPop> = {}): ScreenPop {
    return {
        agentCode: 'AG_ASHA',
        callerNumber: '9876543201',
        callReference: 'REF-1',
        did: '1140001234',
        convoxId: 'CX-77',
        process: 'SUPPORT',
        typeOfCall: 'Inbound call',
        direction: 'Inbound',
        unknown: {},
        ...values
    };
}

export function lookupOf(values: Partial<CallerLookup> = {}): CallerLookup {
    return {
        agents: [ASHA],
        customers: [],
        customerCount: 0,
        existingCall: undefined,
        recentCalls: [],
        followUps: [],
        dispositions: [{ code: 'SALE', label: 'Sale made', needsFollowUp: false, level: 1, parentCode: '' }],
        ...values
    };
}

/** An earlier call that was linked to the customer. */
export function pastCallWith(customerId: string): CallerLookup['recentCalls'][number] {
    return {
        id: 'a01000000000009AAA',
        at: '2026-01-04T04:30:00.000Z',
        direction: 'Inbound',
        status: 'Disposed',
        disposition: 'Sale made',
        customerId
    };
}
