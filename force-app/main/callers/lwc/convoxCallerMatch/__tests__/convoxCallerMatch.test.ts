import { phoneKey } from 'c/convoxContract';
import fc from 'fast-check';
import { rankCallers, type Candidate, type CandidateNumber, type CustomerObject } from '../convoxCallerMatch.ts';

const caller = { number: '09876543202', key: '9876543202' };
const mobile = (text: string, key = caller.key): CandidateNumber => ({ field: 'MobilePhone', text, key });
const phone = (text: string, key = caller.key): CandidateNumber => ({ field: 'Phone', text, key });
const candidate = (object: CustomerObject, id: string, ...numbers: CandidateNumber[]): Candidate => ({
    object,
    id,
    name: `Name of ${id}`,
    numbers
});

const asha = candidate('Contact', 'asha', mobile('98765 43202'));
const ravi = candidate('Contact', 'ravi', phone('98765 43202'));
const lead = candidate('Lead', 'lead', mobile('98765 43202'));
const company = candidate('Account', 'company', phone('98765 43202'));
const policy = candidate('Record', 'policy', phone('98765 43202'));
const converted = { ...lead, id: 'converted', isConverted: true };
const stranger = candidate('Contact', 'stranger', mobile('98765 43299', '9876543299'));

describe('the caller', () => {
    test.each([
        { name: 'a mobile as ConVox sent it', numbers: [mobile('09876543202')], kind: 'mobile', ignored: '' },
        { name: 'a mobile with other spaces', numbers: [mobile(' 098765 43202 ')], kind: 'mobile', ignored: '' },
        { name: 'a mobile without the zero', numbers: [mobile('98765 43202')], kind: 'mobile', ignored: '0' },
        { name: 'a phone as ConVox sent it', numbers: [phone('09876543202')], kind: 'phone', ignored: '' },
        { name: 'a phone abroad', numbers: [phone('+91 98765 43202')], kind: 'phone', ignored: '0 / +91' },
        { name: 'both', numbers: [phone('09876543202'), mobile('9876543202')], kind: 'mobile', ignored: '0' },
        { name: 'twice', numbers: [mobile('9876543202'), mobile('09876543202')], kind: 'mobile', ignored: '' }
    ])('is the only contact whose number is $name: $kind, ignoring "$ignored"', ({ numbers, kind, ignored }) => {
        const contact = candidate('Contact', 'asha', ...numbers);
        expect(rankCallers([contact], caller)).toEqual({
            isCertain: true,
            matches: [{ candidate: contact, reason: { kind, ignored } }]
        });
    });

    test.each([
        ['HomePhone', 'homePhone'],
        ['OtherPhone', 'otherPhone'],
        ['AssistantPhone', 'assistantPhone']
    ] as const)('is a contact by its %s, and says so', (field, kind) => {
        const contact = candidate('Contact', 'asha', { field, text: '9876543202', key: caller.key });
        expect(rankCallers([contact], caller)).toMatchObject({ isCertain: true, matches: [{ reason: { kind } }] });
    });

    test.each([
        ['+91 98765 43241', '+1 987 654 3241', false],
        ['0091 98765 43241', '001 987 654 3241', false],
        ['+12025550123', '+91 20 2555 0123', false],
        ['+6590855731', '+91 65908 55731', false],
        ['+918001200000', '1800-120-0000', false],
        ['"Ravi 2" <sip:9876543241@10.0.0.1>', '+91 98765 43241', true]
    ])('that calls as %s, held against %s, is found: %s', (number, text, isFound) => {
        const contact = candidate('Contact', 'asha', phone(text, phoneKey(text)));
        expect(rankCallers([contact], { number, key: phoneKey(number) }).isCertain).toBe(isFound);
    });

    test.each<[string, Candidate[], boolean, Candidate[]]>([
        ['a company when nobody else has its number', [stranger, company], true, [company]],
        ['the one contact before an open lead and the company', [company, lead, asha], true, [asha, lead, company]],
        ['the open lead before the company', [company, lead], true, [lead, company]],
        ['a record of any other object when nobody else has its number', [stranger, policy], true, [policy]],
        ['the company before a record of any other object', [policy, company], true, [company, policy]],
        ['never a converted lead', [converted], false, [converted]],
        ['the company before a converted lead', [converted, company], true, [company, converted]],
        ['nobody when no number matches', [stranger, candidate('Contact', 'blank', mobile('', ''))], false, []],
        ['nobody among nobody', [], false, []],
        ['the same record only once, however often it was found', [asha, asha], true, [asha]]
    ])('is %s', (_name, found, isCertain, offered) => {
        const { matches, ...ranking } = rankCallers(found, caller);
        expect([ranking.isCertain, matches.map((match) => match.candidate)]).toEqual([isCertain, offered]);
    });

    test('is nobody when the number is withheld', () => {
        const blank = candidate('Contact', 'blank', mobile('', ''));
        expect(rankCallers([blank], { number: '', key: '' })).toEqual({ isCertain: false, matches: [] });
    });
});

describe('several callers', () => {
    const idsOf = (candidates: readonly Candidate[]): string[] => {
        const { isCertain, matches } = rankCallers(candidates, caller);
        return isCertain ? [] : matches.map((match) => match.candidate.id);
    };

    test('are all offered, contacts first, mobiles before phones', () => {
        expect(idsOf([company, ravi, lead, asha])).toEqual(['asha', 'ravi', 'lead', 'company']);
    });

    test('with the same reason come by name', () => {
        const unnamed = { ...asha, id: 'unnamed', name: 'A' };
        expect(idsOf([asha, unnamed])).toEqual(['unnamed', 'asha']);
    });
});

describe('ranking', () => {
    test('gives the same answer in whatever order the records were found, and forgets none', () => {
        const everybody = [asha, ravi, lead, company, stranger, converted];
        fc.assert(
            fc.property(fc.subarray(everybody), fc.nat(), (found, seed) => {
                const turned = found.map((_, index) => found[(index + seed) % found.length] ?? asha);
                const ranking = rankCallers(found, caller);
                expect(ranking.matches).toHaveLength(found.filter((each) => each !== stranger).length);
                expect(rankCallers(turned, caller)).toEqual(ranking);
            })
        );
    });
});
