import type { XmlElement } from '../xml.ts';
import { booleanOf, integerOf, MetadataError, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import { checkFormula, FormulaError } from '../formula/formula.ts';
import type { FlowDataType, FlowFormula, FlowVariable } from './definition.ts';
import type { ValueSource } from './valueSources.ts';
import { refuse } from './readNode.ts';
import { expectOnly, formulaTypeOf, readSource } from './readParts.ts';

/** Characters that a formula of a flow may have, blanks and line breaks among them. */
const LONGEST_FORMULA = 3900;

const RESOURCE = ['name', 'description', 'processMetadataValues'];

function readDataType(element: XmlElement): FlowDataType {
    const dataType = requiredTextOf(element, 'dataType');
    switch (dataType) {
        case 'String':
        case 'Number':
        case 'Currency':
        case 'Boolean':
        case 'Date':
        case 'DateTime':
        case 'Picklist':
        case 'Multipicklist':
        case 'SObject':
            return dataType;
        default:
            throw new MetadataError(
                element,
                `${requiredTextOf(element, 'name')}: data type ${dataType} is not supported by the local org`
            );
    }
}

export function readVariable(element: XmlElement): FlowVariable {
    expectOnly(element, [
        ...RESOURCE,
        'dataType',
        'isCollection',
        'isInput',
        'isOutput',
        'objectType',
        'scale',
        'value'
    ]);
    const dataType = readDataType(element);
    const initial = readSource(element, 'value');
    if (initial?.kind === 'reference') {
        refuse(element, 'a default value that refers to another resource is not supported by the local org');
    }
    return {
        name: requiredTextOf(element, 'name'),
        description: optionalTextOf(element, 'description'),
        dataType,
        objectType: dataType === 'SObject' ? requiredTextOf(element, 'objectType') : undefined,
        isCollection: booleanOf(element, 'isCollection'),
        isInput: booleanOf(element, 'isInput'),
        isOutput: booleanOf(element, 'isOutput'),
        scale: integerOf(element, 'scale'),
        initial
    };
}

/** Runs a check of formulas so that its complaint names the file and the resource. */
export function checkedFormula(element: XmlElement, where: string, expression: string): string {
    if (expression.length > LONGEST_FORMULA) {
        const problem = `the formula has ${expression.length} characters, a flow takes ${LONGEST_FORMULA}`;
        throw new MetadataError(element, `${where}: ${problem}`);
    }
    try {
        checkFormula(expression);
    } catch (error) {
        if (error instanceof FormulaError) {
            throw new MetadataError(element, `${where}: ${error.message}`);
        }
        throw error;
    }
    return expression;
}

export function readFormula(element: XmlElement): FlowFormula {
    expectOnly(element, [...RESOURCE, 'dataType', 'expression', 'scale']);
    const name = requiredTextOf(element, 'name');
    const dataType = formulaTypeOf(readDataType(element));
    if (!dataType) {
        throw new MetadataError(element, `${name}: a formula cannot be a record`);
    }
    return {
        name,
        line: element.line,
        dataType,
        expression: checkedFormula(element, name, requiredTextOf(element, 'expression')),
        scale: integerOf(element, 'scale')
    };
}

export function readConstant(element: XmlElement): ValueSource {
    expectOnly(element, [...RESOURCE, 'dataType', 'value']);
    return readSource(element, 'value') ?? { kind: 'text', template: '' };
}

export function readTextTemplate(element: XmlElement): string {
    expectOnly(element, [...RESOURCE, 'isViewedAsPlainText', 'text']);
    return optionalTextOf(element, 'text') ?? '';
}
