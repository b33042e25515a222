import type { FormulaFunction } from './functionTable.ts';
import { eager, NUMBER_ONLY, TEXT_ONLY } from './functionTable.ts';
import { matchesWholly } from './javaPattern.ts';
import type { FormulaValue } from './types.ts';
import { checkbox, FormulaError, number, numberOf, text, textOf } from './types.ts';

// Java's trim, which the platform is built on: a no-break space stays.
const OUTER_BLANKS = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

function count(value: FormulaValue | undefined): number {
    return Math.trunc((value && numberOf(value)) ?? 0);
}

function at(operands: readonly FormulaValue[], index: number): string {
    const operand = operands[index];
    return operand ? textOf(operand) : '';
}

function pad(operands: readonly FormulaValue[], side: 'left' | 'right'): FormulaValue {
    const value = at(operands, 0);
    const length = Math.max(count(operands[1]), 0);
    const filler = at(operands, 2);
    if (value.length >= length) {
        return text(value.slice(0, length));
    }
    return text(side === 'left' ? value.padStart(length, filler) : value.padEnd(length, filler));
}

function valueAsText(value: FormulaValue): FormulaValue {
    if (value.value === null) {
        return text('');
    }
    if (value.dataType === 'datetime') {
        return text(textOf(value).replace('T', ' ').replace(/\.\d+/, ''));
    }
    return text(String(value.value));
}

function numberFromText(value: FormulaValue): FormulaValue {
    const raw = textOf(value).replace(OUTER_BLANKS, '');
    if (raw === '') {
        return number(null);
    }
    if (!PLAIN_NUMBER.test(raw)) {
        throw new FormulaError(`VALUE() needs text that is a number, not "${raw}".`);
    }
    return number(Number(raw));
}

function found(operands: readonly FormulaValue[]): FormulaValue {
    const start = operands.length > 2 ? count(operands[2]) : 1;
    const search = at(operands, 0);
    return number(start < 1 || search === '' ? 0 : at(operands, 1).indexOf(search, start - 1) + 1);
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The APIs give a link as its HTML. */
function hyperlink(operands: readonly FormulaValue[]): FormulaValue {
    const [url = '', label = '', target = ''] = operands.map((operand) =>
        textOf(operand).replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
    );
    return text(`<a href="${url}" target="${target || '_blank'}">${label}</a>`);
}

/** Text functions. A blank text is the empty text; positions count from 1, in UTF-16 units as on the platform. */
export const textFunctions: Readonly<Record<string, FormulaFunction>> = {
    BEGINS: eager([TEXT_ONLY, TEXT_ONLY], (operands) => checkbox(at(operands, 0).startsWith(at(operands, 1)))),
    BR: eager([], () => text('\n')),
    CONTAINS: eager([TEXT_ONLY, TEXT_ONLY], (operands) => checkbox(at(operands, 0).includes(at(operands, 1)))),
    FIND: eager([TEXT_ONLY, TEXT_ONLY, NUMBER_ONLY], found, { minimum: 2 }),
    HYPERLINK: eager([TEXT_ONLY, TEXT_ONLY, TEXT_ONLY], hyperlink, { minimum: 2 }),
    INCLUDES: eager([['multipicklist'], TEXT_ONLY], (operands) =>
        checkbox(at(operands, 0).split(';').includes(at(operands, 1)))
    ),
    ISNUMBER: eager([TEXT_ONLY], (operands) => checkbox(PLAIN_NUMBER.test(at(operands, 0).replace(OUTER_BLANKS, '')))),
    ISPICKVAL: eager([['picklist'], TEXT_ONLY], (operands) => checkbox(at(operands, 0) === at(operands, 1))),
    LEFT: eager([TEXT_ONLY, NUMBER_ONLY], (operands) =>
        text(at(operands, 0).slice(0, Math.max(count(operands[1]), 0)))
    ),
    LEN: eager([TEXT_ONLY], (operands) => number(at(operands, 0).length)),
    LOWER: eager([TEXT_ONLY, TEXT_ONLY], (operands) => text(at(operands, 0).toLowerCase()), { minimum: 1 }),
    LPAD: eager([TEXT_ONLY, NUMBER_ONLY, TEXT_ONLY], (operands) => pad(operands, 'left')),
    MID: eager([TEXT_ONLY, NUMBER_ONLY, NUMBER_ONLY], (operands) => {
        const start = Math.max(count(operands[1]), 1) - 1;
        return text(at(operands, 0).slice(start, start + Math.max(count(operands[2]), 0)));
    }),
    REGEX: eager([TEXT_ONLY, TEXT_ONLY], (operands) => checkbox(matchesWholly(at(operands, 0), at(operands, 1)))),
    RIGHT: eager([TEXT_ONLY, NUMBER_ONLY], (operands) => {
        const value = at(operands, 0);
        return text(value.slice(Math.max(value.length - Math.max(count(operands[1]), 0), 0)));
    }),
    RPAD: eager([TEXT_ONLY, NUMBER_ONLY, TEXT_ONLY], (operands) => pad(operands, 'right')),
    SUBSTITUTE: eager([TEXT_ONLY, TEXT_ONLY, TEXT_ONLY], (operands) => {
        const old = at(operands, 1);
        return text(old === '' ? at(operands, 0) : at(operands, 0).split(old).join(at(operands, 2)));
    }),
    TEXT: eager([['number', 'date', 'datetime', 'picklist']], ([value]) => (value ? valueAsText(value) : text(''))),
    TRIM: eager([TEXT_ONLY], (operands) => text(at(operands, 0).replace(OUTER_BLANKS, ''))),
    UPPER: eager([TEXT_ONLY, TEXT_ONLY], (operands) => text(at(operands, 0).toUpperCase()), { minimum: 1 }),
    VALUE: eager([TEXT_ONLY], ([value]) => (value ? numberFromText(value) : number(null)))
};
