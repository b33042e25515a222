import { readSchema } from '../../metadata/objects/readSchema.ts';
import { deskPackage, metadataFolder } from '../../metadata/testing/metadataFolder.ts';
import { readFieldValue } from './fieldValues.ts';

const schema = readSchema(metadataFolder(deskPackage()));

function fieldNamed(path: string) {
    const [object = '', name = ''] = path.split('.');
    const field = schema.objects.get(object)?.fields.get(name);
    if (!field) {
        throw new Error(`no field ${path}`);
    }
    return field;
}

test.each([
    ['Ticket__c.Subject__c', '  Door  ', 'Door'],
    ['Ticket__c.Subject__c', '   ', null],
    ['Ticket__c.Subject__c', '', null],
    ['Ticket__c.Notes__c', ' two\nlines ', ' two\nlines'],
    ['Ticket__c.Minutes__c', 12.25, 12.3],
    ['Ticket__c.Minutes__c', -12.25, -12.3],
    ['Ticket__c.Minutes__c', '7', 7],
    ['Ticket__c.Minutes__c', 1.005, 1],
    ['Ticket__c.Urgent__c', null, false],
    ['Ticket__c.Urgent__c', 'TRUE', true],
    ['Ticket__c.State__c', 'Done', 'Done'],
    ['Ticket__c.Due_On__c', '2026-02-28', '2026-02-28'],
    ['Ticket__c.Due_At__c', '2026-02-28T10:00:00.987Z', '2026-02-28T10:00:00.000Z'],
    ['Ticket__c.Due_At__c', '2026-02-28T10:00:00.000+0000', '2026-02-28T10:00:00.000Z'],
    ['Ticket__c.Due_At__c', '2026-02-28T15:30:00+05:30', '2026-02-28T10:00:00.000Z'],
    ['Ticket__c.Team__c', '001A0000006Vm9r', '001A0000006Vm9rIAC'],
    ['Contact.Email', 'a@b.example', 'a@b.example']
] as const)('%s stores %j as %j', (path, written, stored) => {
    expect(readFieldValue(fieldNamed(path), written)).toEqual({ value: stored });
});

test.each([
    ['Ticket__c.Subject__c', 'a text that is far too long', 'STRING_TOO_LONG'],
    ['Ticket__c.Subject__c', 5, 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
    ['Ticket__c.Minutes__c', 10_000, 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['Ticket__c.Minutes__c', 9999.96, 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['Ticket__c.Minutes__c', 'many', 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
    ['Ticket__c.Urgent__c', 'yes', 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
    ['Ticket__c.State__c', 'Open', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ['Ticket__c.Due_On__c', '2026-02-30', 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
    ['Ticket__c.Due_At__c', '2026-02-28 10:00:00', 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
    ['Ticket__c.Team__c', 'team 7', 'MALFORMED_ID'],
    ['Contact.Email', 'nobody', 'INVALID_EMAIL_ADDRESS']
] as const)('%s refuses %j with %s', (path, written, statusCode) => {
    const field = fieldNamed(path);

    expect(readFieldValue(field, written)).toMatchObject({ error: { statusCode, fields: [field.name] } });
});

test('an unrestricted picklist takes any value', () => {
    expect(readFieldValue(fieldNamed('Lead.LeadSource'), 'Fair')).toEqual({ value: 'Fair' });
});
