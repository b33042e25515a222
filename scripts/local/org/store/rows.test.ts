import { metadataFolder, objectFiles } from '../../metadata/testing/metadataFolder.ts';
import type { OrgRecord } from '../records.ts';
import { readSchema } from '../../metadata/objects/readSchema.ts';
import { createRecordFormulas } from './recordFormulas.ts';
import { shapeOf, toRecord } from './rows.ts';

const formula = (expression: string): string =>
    `<type>Number</type><precision>18</precision><scale>0</scale><formula>${expression}</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>`;

/** A row with 3 minutes, as the store hands it out, with these formula fields. */
function rowWith(formulas: Readonly<Record<string, string>>, fields?: readonly string[]): OrgRecord {
    const numbers = Object.entries(formulas).map(([name, expression]) => [name, formula(expression)] as const);
    const folder = metadataFolder(
        objectFiles('Ticket__c', '<label>Number</label><type>Text</type>', {
            ...Object.fromEntries(numbers),
            Minutes__c: '<type>Number</type><precision>5</precision><scale>0</scale>'
        })
    );
    const schema = readSchema(folder);
    const object = schema.objects.get('Ticket__c');
    const evaluate = createRecordFormulas({ schema, get: () => undefined, clock: () => new Date(0) });
    return object ? toRecord(object, { Minutes__c: 3, Name: 'T-1' }, evaluate, shapeOf(object, fields)) : {};
}

test('a formula may name another one that stands behind it', () => {
    expect(rowWith({ A__c: 'B__c + C__c', B__c: 'C__c * 10', C__c: 'Minutes__c + 1' })).toMatchObject({
        A__c: 44,
        B__c: 40,
        C__c: 4
    });
});

test('formulas that lead in a circle are refused by name', () => {
    expect(() => rowWith({ A__c: 'B__c + 1', B__c: 'A__c + 1' })).toThrow(
        'Ticket__c lead in a circle: A__c, B__c, A__c'
    );
});

test('who names the fields gets those, and what their formulas stand on', () => {
    const formulas = { A__c: 'B__c + 1', B__c: 'Minutes__c * 10', C__c: 'Minutes__c + 1' };
    expect(rowWith(formulas, ['A__c'])).toEqual({ A__c: 31, B__c: 30, Minutes__c: 3 });
    expect(rowWith(formulas, ['Name'])).toEqual({ Name: 'T-1' });
});
