import { join } from 'node:path';
import { deskPackage, fieldFiles, metadataFolder, objectFiles, validationRuleFile } from '../testing/metadataFolder.ts';
import { readSchema } from './readSchema.ts';
import { findField, findObject, findRelationship, objectOfId } from './schema.ts';

const textName = '<label>Name</label><type>Text</type>';

test('custom fields of a standard object are added to its own, from any room', () => {
    const schema = readSchema(metadataFolder(deskPackage()));
    const contact = findObject(schema, 'contact');

    expect(contact?.fields.get('LastName')?.required).toBe(true);
    expect(contact?.fields.get('Ticket_Key__c')?.externalId).toBe(true);
    expect(contact?.children.map((child) => child.name)).toContain('Tickets__r');
});

test('names are found whatever their case', () => {
    const schema = readSchema(metadataFolder(deskPackage()));
    const ticket = findObject(schema, 'TICKET__C');

    expect(ticket && findField(ticket, 'due_at__c')?.type).toBe('DateTime');
    expect(ticket && findRelationship(ticket, 'team__R')?.name).toBe('Team__c');
});

test('a custom object has an owner, system fields and a name field', () => {
    const ticket = readSchema(metadataFolder(deskPackage())).objects.get('Ticket__c');

    expect([...(ticket?.fields.keys() ?? [])]).toEqual(
        expect.arrayContaining(['Id', 'OwnerId', 'CreatedDate', 'SystemModstamp', 'IsDeleted', 'Name'])
    );
    expect(ticket?.nameField).toBe('Name');
});

test('an object keeps the key prefix that the database already gave it', () => {
    const schema = readSchema(metadataFolder(deskPackage()), { Ticket__c: 'a00' });

    expect(schema.objects.get('Ticket__c')?.keyPrefix).toBe('a00');
    expect(schema.objects.get('Team__c')?.keyPrefix).toBe('a01');
    expect(objectOfId(schema, 'a005g0000000001AAA')?.name).toBe('Ticket__c');
});

test('the package of this repository is understood', () => {
    const schema = readSchema(join(import.meta.dirname, '..', '..', '..', '..', 'force-app'));

    expect(schema.objects.get('ConVox_Call__c')?.fields.get('Call_Reference__c')).toMatchObject({
        unique: true,
        caseSensitive: true,
        externalId: true,
        required: true,
        length: 64
    });
});

test.each([
    ['an unknown field type', fieldFiles('Contact', { X__c: '<type>Location</type>' }), 'fields of type Location'],
    ['text without a length', fieldFiles('Contact', { X__c: '<type>Text</type>' }), 'needs <length>'],
    [
        'a lookup to an object that is not there',
        fieldFiles('Contact', { X__c: '<type>Lookup</type><referenceTo>Gone__c</referenceTo>' }),
        'looks up Gone__c'
    ],
    ['an object that is neither custom nor known', fieldFiles('Invoice', { X__c: '<type>Phone</type>' }), 'Invoice'],
    [
        'a rule that shows its error at a missing field',
        { ...objectFiles('A__c', textName, {}), ...validationRuleFile('A__c', 'Rule', 'TRUE', 'Gone__c') },
        'Gone__c'
    ],
    [
        'a kind of metadata that would change how data behaves',
        { 'main/x/objects/A__c/recordTypes/B.recordType-meta.xml': '<RecordType/>' },
        '.recordType'
    ],
    [
        'the same field in two rooms',
        {
            ...fieldFiles('Contact', { X__c: '<type>Phone</type>' }, 'main/a'),
            ...fieldFiles('Contact', { X__c: '<type>Phone</type>' }, 'main/b')
        },
        'declared twice'
    ]
])('%s is refused at start with its file or name', (_what, files, message) => {
    expect(() => readSchema(metadataFolder(files))).toThrow(message);
});
