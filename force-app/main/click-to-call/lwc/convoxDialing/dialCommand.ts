import type { AgentSetup } from 'c/convoxAgentSetup';
import { newReferenceNumber } from 'c/convoxCallControl';
import type { DialCommand } from 'c/convoxCallControl';
import { textAt } from 'c/convoxPath';
import type { PhoneNumber } from './phoneFields.ts';

type Customer = Pick<DialCommand, 'contactId' | 'leadId' | 'accountId'>;

/** Which customer a command names, by the object whose id it is. */
const CUSTOMERS: Readonly<Record<string, (id: string) => Customer>> = {
    Contact: (contactId) => ({ contactId }),
    Lead: (leadId) => ({ leadId }),
    Account: (accountId) => ({ accountId })
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
        agentCode,
        phoneNumber: dial,
        referenceNumber: newReferenceNumber(),
        serverId,
        ...customerOf(record)
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
    return Object.assign({}, ...linked);
}
