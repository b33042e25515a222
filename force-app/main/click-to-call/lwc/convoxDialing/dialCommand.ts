import type { AgentSetup } from 'c/convoxAgentSetup';
import type { DialCommand, DialFields } from 'c/convoxCallControl';
import { textAt } from 'c/convoxPath';
import type { PhoneNumber } from './phoneFields.ts';
import { newReferenceNumber } from './referenceNumber.ts';

type Customer = Pick<DialFields, 'Contact__c' | 'Lead__c' | 'Account__c'>;

/** Which customer a command names, by the object whose id it is. */
const CUSTOMERS: Readonly<Record<string, (id: string) => Customer>> = {
    Contact: (id) => ({ Contact__c: id }),
    Lead: (id) => ({ Lead__c: id }),
    Account: (id) => ({ Account__c: id })
};

/**
 * A fresh command to call one number of a record: every press is its own.
 * @param record what the getRecord wire delivered with the fields of `fieldsOf`
 */
export function dialCommandOf(
    { dial }: PhoneNumber,
    { agentCode, serverId }: AgentSetup,
    record: unknown
): DialCommand {
    return {
        type: 'Dial',
        serverId,
        fields: {
            Agent_Code__c: agentCode,
            Phone_Number__c: dial,
            Ref_No__c: newReferenceNumber(),
            ...customerOf(record)
        }
    };
}

/** The record itself, or the customers that a call or a follow-up is linked to. */
function customerOf(record: unknown): Customer {
    const own = CUSTOMERS[textAt(record, 'apiName')];
    if (own) {
        return own(textAt(record, 'id'));
    }
    const linked = Object.entries(CUSTOMERS).map(([object, customer]) => {
        const id = textAt(record, 'fields', `${object}__c`, 'value');
        return id === '' ? {} : customer(id);
    });
    return linked.reduce((all, one) => ({ ...all, ...one }), {});
}
