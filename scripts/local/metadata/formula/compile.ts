import { comparisonOperators } from './comparison.ts';
import type { EagerFunction, FormulaFunction } from './functionTable.ts';
import { logicFunctions } from './logicFunctions.ts';
import { numberAndDateFunctions } from './numberAndDateFunctions.ts';
import type { FormulaNode } from './parse.ts';
import { textFunctions } from './textFunctions.ts';
import type { FormulaContext, FormulaValue } from './types.ts';
import { dataTypeName, FormulaError } from './types.ts';

export type CompiledFormula = (context: FormulaContext) => FormulaValue;

const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
    Object.entries({ ...comparisonOperators, ...logicFunctions, ...numberAndDateFunctions, ...textFunctions })
);

// Functions that Salesforce has and the local org has not: named, so that nobody looks for a spelling mistake.
const NOT_SUPPORTED = new Set(
    (
        'ACOS ASCII ASIN ATAN ATAN2 CHR COS CURRENCYRATE DATATYPE DISTANCE FORMATDURATION FROMUNIXTIME GEOLOCATION ' +
        'GETRECORDIDS GETSESSIONID HOUR HTMLENCODE IMAGE IMAGEPROXYURL INCLUDE INITCAP ISCLONE ISOWEEK ISOYEAR ' +
        'DAYOFYEAR JSENCODE JSINHTMLENCODE JUNCTIONIDLIST LINKTO MILLISECOND MINUTE PARENTGROUPVAL PI PICKLISTCOUNT PREDICT ' +
        'PREVGROUPVAL RANDOM REVERSE REQUIRESCRIPT SECOND SIN TAN TIMENOW TIMEVALUE TRUNC UNIXTIMESTAMP URLENCODE URLFOR VLOOKUP'
    ).split(' ')
);

function lookUp(name: string, operands: number): FormulaFunction {
    const found = FUNCTIONS.get(name);
    if (!found) {
        throw new FormulaError(
            NOT_SUPPORTED.has(name)
                ? `Formula function ${name}() is not supported by the local org.`
                : `Unknown function ${name}. Check spelling.`
        );
    }
    if (operands < found.minimum || (found.maximum !== undefined && operands > found.maximum)) {
        const expected = found.minimum === found.maximum ? String(found.minimum) : `${found.minimum} or more`;
        throw new FormulaError(
            `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${operands}`
        );
    }
    return found;
}

function checkOperands(name: string, types: EagerFunction['types'], operands: readonly FormulaValue[]): void {
    operands.forEach((operand, index) => {
        const allowed = types[Math.min(index, types.length - 1)] ?? [];
        if (operand.dataType !== 'null' && !allowed.includes(operand.dataType)) {
            const wanted = allowed.map(dataTypeName).join(', ');
            throw new FormulaError(
                `Incorrect parameter type for function '${name}()'. Expected ${wanted}, received ${dataTypeName(operand.dataType)}`
            );
        }
    });
}

function compileCall(name: string, operands: readonly FormulaNode[]): CompiledFormula {
    const found = lookUp(name, operands.length);
    if (found.kind === 'field') {
        const [field] = operands;
        if (field?.kind !== 'reference') {
            throw new FormulaError(`${name}() takes a field, not an expression.`);
        }
        return (context) => found.compute(field.name, context);
    }
    const compiled = operands.map(compileFormula);
    if (found.kind === 'lazy') {
        return (context) =>
            found.compute(
                compiled.map((operand) => () => operand(context)),
                context
            );
    }
    return (context) => {
        const values = compiled.map((operand) => operand(context));
        checkOperands(name, found.types, values);
        return found.compute(values, context);
    };
}

/** Turns a parsed formula into a function; unknown functions and wrong operand counts are refused here. */
export function compileFormula(node: FormulaNode): CompiledFormula {
    switch (node.kind) {
        case 'literal':
            return () => node.value;
        case 'reference':
            return (context) => context.resolve(node.name);
        case 'call':
            return compileCall(node.name, node.operands);
    }
}
