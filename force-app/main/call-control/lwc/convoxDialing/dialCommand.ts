import type { AgentSetup } from 'c/convoxAgentSetup';
import type { DialCommand, DialFields } from 'c/convoxCommand';
import { newReferenceNumber } from './referenceNumber.ts';

/** Whom a call is for. */
export type DialCustomer = Pick<DialFields, 'Contact__c' | 'Lead__c' | 'Account__c'>;

/** A number that ConVox can call. */
export interface DialTarget {
    /** Ten digits for ConVox. */
    readonly dial: string;
    /** The number as people read it. */
    readonly text: string;
    readonly customer: DialCustomer;
}

/** Whether the next call has to wait, as c/convoxDialer tells it. */
export interface DialRest {
    readonly isResting: boolean;
    /** Whom the agent asked to call from another place, as people read it; '' when from this one, or nobody. */
    readonly calledElsewhere: string;
}

/** What c/convoxDialer offers to the page it stands in. */
export interface Dialer {
    /** Calls the number, unless it is too soon after the call before. */
    call(target: DialTarget, agent: AgentSetup): Promise<void>;
}

/** Whether an element of the page, such as `this.refs.dialer`, is a c-convox-dialer. */
export function isDialer(element: unknown): element is Dialer {
    return typeof element === 'object' && element !== null && 'call' in element;
}

const FIELDS: Readonly<Record<string, (id: string) => DialCustomer>> = {
    Contact: (id) => ({ Contact__c: id }),
    Lead: (id) => ({ Lead__c: id }),
    Account: (id) => ({ Account__c: id })
};

/** How a command names a customer; undefined for a record that is none. */
export function customerFields(object: string, id: string): DialCustomer | undefined {
    return id === '' ? undefined : FIELDS[object]?.(id);
}

/** A fresh command to call the number: every press is its own. */
export function dialCommandOf({ dial, customer }: DialTarget, server: AgentSetup): DialCommand {
    return {
        type: 'Dial',
        server,
        fields: {
            Agent_Code__c: server.agentCode,
            Phone_Number__c: dial,
            Ref_No__c: newReferenceNumber(),
            ...customer
        }
    };
}
