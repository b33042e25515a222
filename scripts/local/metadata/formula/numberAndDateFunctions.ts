import { calendarDay } from './calendarDay.ts';
import { formulonFunction } from './formulon.ts';
import type { FormulaFunction, OperandTypes } from './functionTable.ts';
import { DATE_ONLY, eager, NUMBER_ONLY, TEXT_ONLY } from './functionTable.ts';
import type { FormulaContext, FormulaDataType, FormulaValue } from './types.ts';
import { FormulaError, number, text, textOf } from './types.ts';

const ADDABLE: readonly FormulaDataType[] = ['number', 'text', 'date', 'datetime'];
const DATED: readonly FormulaDataType[] = ['number', 'date', 'datetime'];

/** Blanks make the whole a blank, unless the formula counts blank numbers as zero. */
function blankAware(compute: (operands: readonly FormulaValue[]) => FormulaValue) {
    return (operands: readonly FormulaValue[], context: FormulaContext): FormulaValue => {
        const filled = operands.map((operand) =>
            operand.value === null && operand.dataType === 'number' && context.blankNumbersAs === 'zero'
                ? number(0)
                : operand
        );
        const blank = filled.find((operand) => operand.value === null);
        return blank ? { dataType: filled[0]?.dataType ?? 'null', value: null } : compute(filled);
    };
}

function library(name: string, types: OperandTypes, maximum: number | undefined = types.length): FormulaFunction {
    return eager(types, blankAware(formulonFunction(name)), maximum === types.length ? {} : { maximum });
}

/** Any number of numbers. */
function aggregate(choose: (...values: number[]) => number): FormulaFunction {
    const compute = blankAware((operands) => number(choose(...operands.map(({ value }) => Number(value)))));
    return { kind: 'eager', minimum: 1, types: [NUMBER_ONLY], compute };
}

/** Whole numbers are computed here, because formulon parses a formula for each result; decimals and dates are its own. */
function wholeOr(name: string, compute: (left: number, right: number) => number) {
    const library = formulonFunction(name);
    return blankAware((operands) => {
        const [left, right] = operands.map(({ value }) => value);
        return Number.isSafeInteger(left) && Number.isSafeInteger(right)
            ? number(compute(Number(left), Number(right)))
            : library(operands);
    });
}

function add(operands: readonly FormulaValue[], context: FormulaContext): FormulaValue {
    return operands.some((operand) => operand.dataType === 'text')
        ? concatenate(operands)
        : addValues(operands, context);
}

const addValues = wholeOr('add', (left, right) => left + right);

function concatenate(operands: readonly FormulaValue[]): FormulaValue {
    const other = operands.find((operand) => operand.dataType !== 'text' && operand.dataType !== 'null');
    if (other) {
        throw new FormulaError(
            "Incorrect parameter type for operator '+'. Text can only be added to text; use TEXT()."
        );
    }
    return text(operands.map(textOf).join(''));
}

/** DATEVALUE(): the date in UTC, as the platform computes it in formulas. */
function dateValue(value: FormulaValue): FormulaValue {
    const written = textOf(value);
    if (value.dataType === 'text' && !/^\d{4}-\d{2}-\d{2}$/.test(written)) {
        throw new FormulaError(`DATEVALUE() needs text of the form YYYY-MM-DD, not "${written}".`);
    }
    return { dataType: 'date', value: written.slice(0, 10) };
}

function dateTimeValue(value: FormulaValue): FormulaValue {
    const written = textOf(value);
    const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})Z?$/.exec(written);
    const instant = match ? Date.parse(`${match[1]}T${match[2]}Z`) : Number.NaN;
    if (Number.isNaN(instant)) {
        throw new FormulaError(`DATETIMEVALUE() needs text of the form YYYY-MM-DD HH:MM:SS, not "${written}".`);
    }
    return { dataType: 'datetime', value: new Date(instant).toISOString() };
}

function today(context: FormulaContext): FormulaValue {
    return { dataType: 'date', value: calendarDay(context.now(), context.timeZone ?? 'UTC') };
}

function first(compute: (value: FormulaValue) => FormulaValue) {
    return ([value]: readonly FormulaValue[]): FormulaValue =>
        value ? compute(value) : { dataType: 'null', value: null };
}

/** Arithmetic, mathematics and dates. What is not written out here is formulon's. */
export const numberAndDateFunctions: Readonly<Record<string, FormulaFunction>> = {
    '+': eager([ADDABLE, ADDABLE], add),
    '-': eager(
        [DATED, DATED],
        wholeOr('subtract', (left, right) => left - right)
    ),
    '*': library('multiply', [NUMBER_ONLY, NUMBER_ONLY]),
    '/': library('divide', [NUMBER_ONLY, NUMBER_ONLY]),
    '^': library('exponentiate', [NUMBER_ONLY, NUMBER_ONLY]),
    '&': eager([TEXT_ONLY, TEXT_ONLY], (operands) => text(operands.map(textOf).join(''))),
    NEGATE: eager([NUMBER_ONLY], blankAware(first((value) => number(-Number(value.value))))),
    PLUS: eager([NUMBER_ONLY], ([value]) => value ?? number(null)),
    ABS: library('abs', [NUMBER_ONLY]),
    CEILING: library('ceiling', [NUMBER_ONLY]),
    EXP: library('exp', [NUMBER_ONLY]),
    FLOOR: library('floor', [NUMBER_ONLY]),
    LN: library('ln', [NUMBER_ONLY]),
    LOG: library('log', [NUMBER_ONLY]),
    MAX: aggregate(Math.max),
    MCEILING: library('mceiling', [NUMBER_ONLY]),
    MFLOOR: library('mfloor', [NUMBER_ONLY]),
    MIN: aggregate(Math.min),
    MOD: library('mod', [NUMBER_ONLY, NUMBER_ONLY]),
    ROUND: library('round', [NUMBER_ONLY, NUMBER_ONLY]),
    SQRT: library('sqrt', [NUMBER_ONLY]),
    ADDMONTHS: library('addmonths', [['date'], NUMBER_ONLY]),
    CASESAFEID: library('casesafeid', [TEXT_ONLY]),
    DATE: library('date', [NUMBER_ONLY, NUMBER_ONLY, NUMBER_ONLY]),
    DATEVALUE: eager([['text', 'date', 'datetime']], blankAware(first(dateValue))),
    DATETIMEVALUE: eager(
        [['text', 'datetime']],
        blankAware(first((value) => (value.dataType === 'datetime' ? value : dateTimeValue(value))))
    ),
    DAY: library('day', [DATE_ONLY]),
    MONTH: library('month', [DATE_ONLY]),
    NOW: eager([], (_operands, context) => ({ dataType: 'datetime', value: context.now().toISOString() })),
    TODAY: eager([], (_operands, context) => today(context)),
    WEEKDAY: library('weekday', [DATE_ONLY]),
    YEAR: library('year', [DATE_ONLY])
};
