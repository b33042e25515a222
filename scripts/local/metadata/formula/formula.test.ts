import fc from 'fast-check';
import { parse as parseWithFormulon } from 'formulon';
import type { FormulaContext, FormulaValue } from './formula.ts';
import { checkFormula, evaluateFormula, FormulaError, formulaHolds } from './formula.ts';

const values: Record<string, FormulaValue> = {
    Phone: { dataType: 'text', value: '+91 98765-43210' },
    Blank__c: { dataType: 'text', value: null },
    Count__c: { dataType: 'number', value: 7 },
    Empty__c: { dataType: 'number', value: null },
    Active__c: { dataType: 'checkbox', value: true },
    Status__c: { dataType: 'picklist', value: 'Ended' },
    Topics__c: { dataType: 'multipicklist', value: 'Loan;Card' },
    Due__c: { dataType: 'date', value: '2026-03-31' },
    Started__c: { dataType: 'datetime', value: '2026-03-31T22:15:00.000Z' },
    '$Record.Status__c': { dataType: 'picklist', value: 'Ended' }
};

function resolve(reference: string): FormulaValue {
    const found = values[reference];
    if (!found) {
        throw new FormulaError(`Field ${reference} does not exist. Check spelling.`);
    }
    return found;
}

const context: FormulaContext = { resolve, now: () => new Date('2026-03-31T20:00:00Z'), timeZone: 'Asia/Kolkata' };

const saving: FormulaContext = {
    ...context,
    save: {
        isNew: false,
        isChanged: (reference) => reference === '$Record.Status__c',
        prior: () => ({ dataType: 'picklist', value: 'In Progress' })
    }
};

test.each([
    ['1 + 2 * 3', 7],
    ['10 - 3 - 2', 5],
    ['(1 + 2) * 3', 9],
    ['-(2) + 5', 3],
    ['2 * -Count__c', -14],
    ['0.1 + 0.2', 0.3],
    ['10 / 4', 2.5],
    ['2 ^ 10', 1024],
    ['Empty__c + 1', null],
    ['"a" & "b" = "ab"', true],
    ['"a" + "b"', 'ab'],
    ['"x" & Blank__c & "y"', 'xy'],
    ['!Active__c && FALSE', false],
    ['1 = 1 && 2 <> 3 || FALSE', true],
    ['"a\\"b\\\\c"', 'a"b\\c'],
    ["'single'", 'single'],
    ['/* why */ 1', 1],
    ['IF(Active__c, "yes", 1 / 0)', 'yes'],
    ['IF(ISBLANK(Blank__c), NULL, "x")', null],
    ['CASE(Status__c, "In Progress", 1, "Ended", 2, 3)', 2],
    ['ISPICKVAL({!$Record.Status__c}, "Ended")', true],
    ['TEXT(Status__c)', 'Ended'],
    ['TEXT(Count__c)', '7'],
    ['TEXT(Due__c)', '2026-03-31'],
    ['TEXT(Started__c)', '2026-03-31 22:15:00Z'],
    ['TEXT(Empty__c)', ''],
    ['BLANKVALUE(Blank__c, "none")', 'none'],
    ['NULLVALUE(Blank__c, "none")', null],
    ['NULLVALUE(Empty__c, 3)', 3],
    ['ISNULL(Blank__c)', false],
    ['SUBSTITUTE(SUBSTITUTE(Phone, "-", ""), " ", "")', '+919876543210'],
    ['SUBSTITUTE("a.b", ".", "$&")', 'a$&b'],
    ['SUBSTITUTE(Blank__c, "a", "b")', ''],
    ['HYPERLINK("/x?a=1&b=2", "a < b")', '<a href="/x?a=1&amp;b=2" target="_blank">a &lt; b</a>'],
    ['HYPERLINK("/x", "☎", "_self")', '<a href="/x" target="_self">☎</a>'],
    ['RIGHT(Phone, 5)', '43210'],
    ['RIGHT("abc", 9)', 'abc'],
    ['LEFT("abc", -1)', ''],
    ['MID("abcdef", 2, 3)', 'bcd'],
    ['FIND("c", "abcabc", 4)', 6],
    ['LEN(Blank__c)', 0],
    ['LPAD("7", 3, "0")', '007'],
    ['TRIM("  a\u00a0")', 'a\u00a0'],
    ['UPPER("ab") & LOWER("AB")', 'ABab'],
    ['REGEX("98765", "\\\\d{5}")', true],
    ['REGEX("x98765", "\\\\d{5}")', false],
    ['REGEX("a\u00a0b", "a\\\\sb")', false],
    ['VALUE(" 12.5 ")', 12.5],
    ['VALUE("")', null],
    ['BEGINS("CL001: no agent", "CL")', true],
    ['CONTAINS("abc", "bc")', true],
    ['INCLUDES(Topics__c, "Card")', true],
    ['TODAY()', '2026-04-01'],
    ['NOW()', '2026-03-31T20:00:00.000Z'],
    ['Due__c + 1', '2026-04-01'],
    ['Started__c - 1', '2026-03-30T22:15:00.000Z'],
    ['DATE(2026, 2, 1) - DATE(2026, 1, 1)', 31],
    ['DATEVALUE(Started__c)', '2026-03-31'],
    ['DATETIMEVALUE("2026-04-01 09:30:00")', '2026-04-01T09:30:00.000Z'],
    ['ADDMONTHS(Due__c, -1)', '2026-02-28'],
    ['ROUND(2.5, 0) + MAX(1, 9, 3) + MOD(7, 4)', 15],
    ['Due__c > DATE(2026, 3, 1)', true],
    ['Empty__c > 3', false],
    ['Blank__c = ""', true],
    ['Blank__c = NULL', true]
])('%s is %j', (formula, expected) => {
    expect(evaluateFormula(formula, context)).toEqual(expected);
});

test.each([
    ['ISNEW()', false],
    ['ISCHANGED({!$Record.Status__c})', true],
    ['ISPICKVAL(PRIORVALUE({!$Record.Status__c}), "In Progress")', true],
    ['AND(NOT(ISNEW()), ISCHANGED({!$Record.Status__c}))', true]
])('while a record is being saved, %s is %j', (formula, expected) => {
    expect(formulaHolds(formula, saving)).toBe(expected);
});

test.each([
    ['1 +', 'ends where a value was expected'],
    ['(1', 'expected'],
    ['"a\\d"', 'Unknown escape'],
    ['1 ; 2', 'unexpected ";'],
    ['VLOOKUP(a, b, c)', 'VLOOKUP() is not supported by the local org'],
    ['FOO(1)', 'Unknown function FOO'],
    ['IF(TRUE)', "function 'IF()'. Expected 3, received 1"],
    ['ISCHANGED("a")', 'takes a field']
])('checking %s says: %s', (formula, message) => {
    expect(() => checkFormula(formula)).toThrow(message);
});

test.each([
    ['Status__c = "Ended"', 'Picklist fields are only supported in certain functions'],
    ['"a" & 1', 'Expected Text, received Number'],
    ['Count__c = "7"', 'Expected Number, received Text'],
    ['TEXT(Active__c)', 'received Boolean'],
    ['IF(Count__c, 1, 2)', 'Expected Boolean, received Number'],
    ['Nothing__c', 'Field Nothing__c does not exist'],
    ['ISNEW()', 'only where a record is being saved'],
    ['VALUE("seven")', 'VALUE() needs text that is a number'],
    ['1 / 0', 'no result'],
    ['REGEX("a", "(?i)A")', 'Java construct']
])('computing %s says: %s', (formula, message) => {
    expect(() => evaluateFormula(formula, context)).toThrow(message);
    expect(() => evaluateFormula(formula, context)).toThrow(FormulaError);
});

test('names of a formula are listed without braces', () => {
    expect(checkFormula('IF({!$Record.A__c} = 1, {!total}, Process__r.Name)')).toEqual([
        '$Record.A__c',
        'total',
        'Process__r.Name'
    ]);
});

test('blank numbers count as zero where a formula field says so', () => {
    expect(evaluateFormula('Empty__c + 1', { ...context, blankNumbersAs: 'zero' })).toBe(1);
});

test.each([
    '1 + 2 * 3',
    'CEILING(2.1)',
    'LPAD("7", 3, "0")',
    'MID("abcdef", 2, 3)',
    'CONTAINS("abc", "b")',
    'MAX(1, 2)'
])('formulon agrees on %s', (formula) => {
    expect(parseWithFormulon(formula, {})).toMatchObject({ value: evaluateFormula(formula, context) });
});

test('deep nesting and 200 rows stay fast', () => {
    const nested = `${'SUBSTITUTE('.repeat(20)}Phone${', "-", "")'.repeat(20)}`;
    const started = performance.now();
    for (let row = 0; row < 200; row += 1) {
        evaluateFormula(nested, context);
    }
    expect(performance.now() - started).toBeLessThan(500);
});

test('whatever is written, a formula is either read or refused with a FormulaError', () => {
    const pieces = fc.constantFrom(
        'IF(',
        'A__c',
        '{!$Record.B}',
        '"x',
        "'",
        '\\',
        '(',
        ')',
        ',',
        '&',
        '-',
        '1.5',
        ' ',
        '/*',
        'NULL',
        '!'
    );
    fc.assert(
        fc.property(
            fc.oneof(
                fc.string(),
                fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))
            ),
            (formula) => {
                try {
                    checkFormula(formula);
                } catch (error) {
                    expect(error).toBeInstanceOf(FormulaError);
                }
            }
        )
    );
});

test('a formula that the platform would find too long is refused', () => {
    expect(() => checkFormula(`${'('.repeat(100_000)}1`)).toThrow('Formula is too long');
    expect(() => checkFormula(`${'('.repeat(2400)}1${')'.repeat(2400)}`)).not.toThrow();
});
