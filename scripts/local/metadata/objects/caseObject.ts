import type { StandardObject } from './standardFields.ts';
import { email, field, lookup, owner, picklist, text } from './standardFields.ts';

/** Cases, as far as calls and callers are about them. */
export const caseObject: Readonly<Record<string, StandardObject>> = {
    Case: {
        label: 'Case',
        pluralLabel: 'Cases',
        keyPrefix: '500',
        fields: [
            field('CaseNumber', 'Case Number', 'AutoNumber', {
                nameField: true,
                createable: false,
                updateable: false,
                displayFormat: '{00000000}'
            }),
            owner(),
            lookup('ContactId', 'Contact ID', ['Contact'], { childRelationshipName: 'Cases' }),
            lookup('AccountId', 'Account ID', ['Account'], { childRelationshipName: 'Cases' }),
            text('Subject', 'Subject', 255),
            field('Description', 'Description', 'LongTextArea', { length: 32000 }),
            picklist('Status', 'Status', ['*New', 'Working', 'Escalated', 'Closed']),
            field('IsClosed', 'Closed', 'Checkbox', {
                createable: false,
                updateable: false,
                formula: { expression: 'ISPICKVAL(Status, "Closed")', blankAsZero: true }
            }),
            picklist('Priority', 'Priority', ['High', '*Medium', 'Low']),
            picklist('Origin', 'Case Origin', ['Phone', 'Email', 'Web']),
            picklist('Type', 'Case Type', ['Question', 'Problem', 'Feature Request']),
            text('SuppliedName', 'Web Name', 80),
            email('SuppliedEmail', 'Web Email'),
            text('SuppliedPhone', 'Web Phone', 40)
        ]
    }
};
