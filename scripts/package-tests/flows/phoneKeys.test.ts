import { numbersInText } from '../../../force-app/main/contract/lwc/convoxContract/__tests__/data/numbersInText.ts';
import { phoneCases } from '../../../force-app/main/contract/lwc/convoxContract/__tests__/data/phoneNumbers.ts';
import { phoneSpellings } from '../../../force-app/main/contract/lwc/convoxContract/__tests__/data/phoneSpellings.ts';
import { meaningOf, phoneKey } from '../../../force-app/main/contract/lwc/convoxContract/phoneNumber.ts';
import { evaluateFormula } from '../../local/metadata/formula/formula.ts';
import { savedId } from '../../local/org/flows/testOrg.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg, packageFlows } from './packageOrg.ts';

let org: PackageOrg;
beforeAll(async () => {
    org = await openPackageOrg();
});
afterAll(() => org.close());

// A phone field holds 40 characters; what is longer never reaches a flow.
const storable = [...phoneCases, ...numbersInText].filter(({ text }) => text.length <= 40);

const ROWS_PER_SAVE = 200;

/** The keys that the flow of contacts gives to texts, each as the phone of a contact. */
function keysFromTheFlow(texts: readonly string[]): string[] {
    const keys: string[] = [];
    for (let at = 0; at < texts.length; at += ROWS_PER_SAVE) {
        const rows = texts.slice(at, at + ROWS_PER_SAVE).map((Phone) => ({ LastName: 'Rao', Phone }));
        for (const result of org.store.create('Contact', rows, org.admin)) {
            keys.push(String(org.read('Contact', savedId([result]))['ConVox_Phone_Key__c'] ?? ''));
        }
    }
    return keys;
}

test('every case of the tables gets from the flow the key that it has by the contract', () => {
    const keys = keysFromTheFlow(storable.map(({ text }) => text));
    const wrong = storable.flatMap(({ text, key }, index) => (keys[index] === key ? [] : [{ text, key: keys[index] }]));
    expect(wrong).toEqual([]);
});

test('numbers of India and twenty countries get from the flow the keys that they have by the contract', () => {
    const seed = 20_261_129;
    const spellings = phoneSpellings(seed);
    const keys = keysFromTheFlow(spellings.map(({ text }) => text));
    const wrong = spellings.filter(({ text }, index) => keys[index] !== phoneKey(text));
    expect({ seed, wrong, read: keys.filter(Boolean).length }).toEqual({ seed, wrong: [], read: spellings.length });
});

test('texts of any signs get from the flow the keys that they have by the contract', () => {
    const seed = 4_711;
    const texts = mixedTexts(seed, 1000);
    const keys = keysFromTheFlow(texts);
    const wrong = texts.filter((text, index) => keys[index] !== phoneKey(text));
    expect({ seed, wrong }).toEqual({ seed, wrong: [] });
});

/** Texts of the pieces that numbers are made of, in any order: most are no number, and none may be read differently. */
function mixedTexts(seed: number, count: number): string[] {
    const pieces =
        '9 9. 9.8765432 E9 e+09 E-9 E10 98765 43210 24950012 91 +91 00 0 1800 1860 1 44 +44 +1 011 x ext / @ < > ( ) (0) 1. 2) 12. [3] - . , # " + \u202d ०'.split(
            ' '
        );
    let state = seed;
    const next = (below: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return (state >>> 8) % below;
    };
    return Array.from({ length: count }, () =>
        Array.from({ length: 2 + next(7) }, () => `${pieces[next(pieces.length)] ?? ''}${next(2) === 0 ? ' ' : ''}`)
            .join('')
            .trim()
            .slice(0, 40)
            .trim()
    ).filter((text) => text !== '');
}

test('the signs that the flow knows are those of the contract, by class of Unicode', () => {
    const formulas = packageFlows.find(({ name }) => name === 'ConVox_Contact_Before_Save_Fill_Phone_Keys')?.formulas;
    const textOf = (name: string): string =>
        String(
            evaluateFormula(formulas?.get(name)?.expression ?? '', {
                now: () => new Date(0),
                resolve: () => ({ dataType: 'null', value: null })
            })
        );
    const signs = textOf('signsOfNumbers');
    const meanings = textOf('meaningsOfSigns');
    const different: string[] = [];
    for (let code = 1; code <= 0xffff; code += 1) {
        const sign = String.fromCharCode(code);
        if (meaningOf(sign) !== meanings[signs.indexOf(sign) + 1]) {
            different.push(code.toString(16));
        }
    }
    expect(different).toEqual([]);
});

describe.each([
    ['Contact', { LastName: 'Rao' }, 'Phone', 'ConVox_Phone_Key__c'],
    ['Contact', { LastName: 'Rao' }, 'MobilePhone', 'ConVox_Mobile_Key__c'],
    ['Contact', { LastName: 'Rao' }, 'HomePhone', 'ConVox_Home_Key__c'],
    ['Contact', { LastName: 'Rao' }, 'OtherPhone', 'ConVox_Other_Key__c'],
    ['Contact', { LastName: 'Rao' }, 'AssistantPhone', 'ConVox_Assistant_Key__c'],
    ['Lead', { LastName: 'Rao', Company: 'Sunrise' }, 'Phone', 'ConVox_Phone_Key__c'],
    ['Lead', { LastName: 'Rao', Company: 'Sunrise' }, 'MobilePhone', 'ConVox_Mobile_Key__c'],
    ['Account', { Name: 'Sunrise' }, 'Phone', 'ConVox_Phone_Key__c'],
    ['ConVox_Phone__c', { Name: '4711', Record_Id__c: 'a0P000000000001AAA' }, 'Number__c', 'Phone_Key__c'],
    ['ConVox_Call__c', { Call_Reference__c: 'follows' }, 'Customer_Number__c', 'Phone_Key__c']
])('%s %j, %s', (object, values, numberField, keyField) => {
    test('the key follows the number', () => {
        const id = org.create(object, { ...values, [numberField]: '98765 43210 (Ravi 2)' });
        expect(org.read(object, id)[keyField]).toBe('9876543210');
        for (const [number, key] of [
            ['+1 (202) 555-0123', '+12025550123'],
            ['call back later', null],
            ['+91 90000 00077', '9000000077'],
            [null, null]
        ] as const) {
            org.update(object, id, { [numberField]: number });
            expect(org.read(object, id)[keyField]).toBe(key);
        }
    });
});
