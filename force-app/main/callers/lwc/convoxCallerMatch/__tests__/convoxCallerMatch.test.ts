import { phoneKey } from 'c/convoxContract';
import fc from 'fast-check';
import { rankCallers, type Candidate, type CandidateNumber, type CustomerObject } from '../convoxCallerMatch.ts';

const mobileIgnoring = { kind: 'mobile', ignored: '0' };
const companyIgnoring = { kind: 'companyPhone', ignored: '0' };
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
            kind: 'one',
            match: { candidate: contact, reason: { kind, ignored } },
            lost: []
        });
    });

    test.each([
        ['HomePhone', 'homePhone'],
        ['OtherPhone', 'otherPhone'],
        ['AssistantPhone', 'assistantPhone']
    ] as const)('is a contact by its %s, and says so', (field, kind) => {
        const contact = candidate('Contact', 'asha', { field, text: '9876543202', key: caller.key });
        expect(rankCallers([contact], caller)).toMatchObject({ kind: 'one', match: { reason: { kind } } });
    });

    test.each([
        ['+91 98765 43241', '+1 987 654 3241', 'none'],
        ['0091 98765 43241', '001 987 654 3241', 'none'],
        ['+12025550123', '+91 20 2555 0123', 'none'],
        ['+6590855731', '+91 65908 55731', 'none'],
        ['+918001200000', '1800-120-0000', 'none'],
        ['"Ravi 2" <sip:9876543241@10.0.0.1>', '+91 98765 43241', 'one']
    ])('that calls as %s, held against %s, is %s', (number, text, kind) => {
        const contact = candidate('Contact', 'asha', phone(text, phoneKey(text)));
        expect(rankCallers([contact], { number, key: phoneKey(number) }).kind).toBe(kind);
    });

    test('is a company when nobody else has its number', () => {
        expect(rankCallers([stranger, company], caller)).toEqual({
            kind: 'one',
            match: { candidate: company, reason: companyIgnoring },
            lost: [{ candidate: stranger, why: 'numberDiffers' }]
        });
    });

    test('is the one contact before an open lead and the company, which say why they lost', () => {
        expect(rankCallers([company, lead, asha], caller)).toEqual({
            kind: 'one',
            match: { candidate: asha, reason: mobileIgnoring },
            lost: [
                { candidate: lead, why: 'contactPreferred', reason: mobileIgnoring },
                { candidate: company, why: 'contactPreferred', reason: companyIgnoring }
            ]
        });
    });

    test('is the open lead before the company', () => {
        expect(rankCallers([company, lead], caller)).toMatchObject({
            kind: 'one',
            match: { candidate: lead },
            lost: [{ candidate: company, why: 'leadPreferred' }]
        });
    });

    test('is never a converted lead', () => {
        const converted = { ...lead, isConverted: true };
        expect(rankCallers([converted], caller)).toEqual({
            kind: 'none',
            lost: [{ candidate: converted, why: 'leadConverted', reason: mobileIgnoring }]
        });
    });

    test('is nobody when no number matches or the number is withheld', () => {
        expect(rankCallers([stranger], caller)).toMatchObject({ kind: 'none' });
        expect(rankCallers([candidate('Contact', 'blank', mobile('', ''))], { number: '', key: '' })).toMatchObject({
            kind: 'none'
        });
        expect(rankCallers([], caller)).toEqual({ kind: 'none', lost: [] });
    });

    test('is the same record only once, however often it was found', () => {
        expect(rankCallers([asha, asha], caller)).toMatchObject({ kind: 'one', match: { candidate: asha }, lost: [] });
    });
});

describe('several callers', () => {
    const idsOf = (candidates: readonly Candidate[]): string[] => {
        const result = rankCallers(candidates, caller);
        return result.kind === 'several' ? result.matches.map((match) => match.candidate.id) : [];
    };

    test('are all offered, contacts first, mobiles before phones', () => {
        expect(idsOf([company, ravi, lead, asha])).toEqual(['asha', 'ravi', 'lead', 'company']);
    });

    test('with the same reason come by their last call, then by name', () => {
        const older = { ...asha, id: 'older', lastCallAt: '2026-11-01T00:00:00.000Z' };
        const newer = { ...asha, id: 'newer', lastCallAt: '2026-11-20T00:00:00.000Z' };
        const unnamed = { ...asha, id: 'unnamed', name: 'A' };
        expect(idsOf([asha, older, unnamed, newer])).toEqual(['newer', 'older', 'unnamed', 'asha']);
    });
});

describe('ranking', () => {
    test('gives the same answer in whatever order the records were found, and forgets none', () => {
        const everybody = [asha, ravi, lead, company, stranger, { ...lead, id: 'converted', isConverted: true }];
        fc.assert(
            fc.property(fc.subarray(everybody), fc.nat(), (found, seed) => {
                const turned = found.map((_, index) => found[(index + seed) % found.length] ?? asha);
                const result = rankCallers(found, caller);
                const count = { none: 0, one: 1, several: result.kind === 'several' ? result.matches.length : 0 };
                expect(count[result.kind] + result.lost.length).toBe(found.length);
                expect({ ...rankCallers(turned, caller), lost: [] }).toEqual({ ...result, lost: [] });
            })
        );
    });
});
