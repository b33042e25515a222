import type { FormulaDataType, FormulaValue } from '../formula/formula.ts';
import { onlyChildOf } from '../metadataWords.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { MetadataError, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import type { FilterSet, FlowCondition, NamedSource, OutputTarget, ValueSource } from './valueSources.ts';

/** Refuses child elements that the local org does not know, by name. */
export function expectOnly(element: XmlElement, known: readonly string[]): void {
    for (const { name } of element.children) {
        if (!known.includes(name)) {
            const owner = optionalTextOf(element, 'name');
            throw new MetadataError(
                element,
                `<${name}> in <${element.name}>${owner ? ` "${owner}"` : ''} is not supported by the local org`
            );
        }
    }
}

const LITERALS: Readonly<Record<string, (text: string) => FormulaValue>> = {
    numberValue: (text) => ({ dataType: 'number', value: Number(text) }),
    booleanValue: (text) => ({ dataType: 'checkbox', value: text === 'true' }),
    dateValue: (text) => ({ dataType: 'date', value: text }),
    dateTimeValue: (text) => ({ dataType: 'datetime', value: new Date(text).toISOString() })
};

function readValue(element: XmlElement, value: XmlElement): ValueSource {
    if (value.name === 'elementReference') {
        return { kind: 'reference', name: value.text };
    }
    if (value.name === 'stringValue') {
        return { kind: 'text', template: value.text };
    }
    const literal = LITERALS[value.name];
    if (!literal) {
        throw new MetadataError(element, `a value of kind <${value.name}> is not supported by the local org`);
    }
    return { kind: 'literal', value: literal(value.text) };
}

/** A `<value>`-like child; undefined when it is absent or empty, which stands for null. */
export function readSource(element: XmlElement, name: string): ValueSource | undefined {
    const holder = onlyChildOf(element, name);
    const [first, ...others] = holder?.children ?? [];
    if (others.length > 0) {
        throw new MetadataError(element, `<${name}> in <${element.name}> has more than one value`);
    }
    return first ? readValue(element, first) : undefined;
}

export function readNamedSources(element: XmlElement, child: string, nameElement: 'name' | 'field'): NamedSource[] {
    return childrenOf(element, child).map((entry) => {
        expectOnly(entry, [nameElement, 'value', 'processMetadataValues']);
        return { name: requiredTextOf(entry, nameElement), line: entry.line, source: readSource(entry, 'value') };
    });
}

export function readOutputs(element: XmlElement, child: string): OutputTarget[] {
    return childrenOf(element, child).map((entry) => {
        expectOnly(entry, ['assignToReference', 'name', 'processMetadataValues']);
        return { name: requiredTextOf(entry, 'name'), target: requiredTextOf(entry, 'assignToReference') };
    });
}

export function readConditions(element: XmlElement): FlowCondition[] {
    return childrenOf(element, 'conditions').map((condition) => {
        expectOnly(condition, ['leftValueReference', 'operator', 'rightValue', 'processMetadataValues']);
        return {
            line: condition.line,
            left: requiredTextOf(condition, 'leftValueReference'),
            operator: requiredTextOf(condition, 'operator'),
            right: readSource(condition, 'rightValue')
        };
    });
}

export function readFilters(element: XmlElement): FilterSet {
    const filters = childrenOf(element, 'filters').map((filter) => {
        expectOnly(filter, ['field', 'operator', 'value', 'processMetadataValues']);
        return {
            line: filter.line,
            field: requiredTextOf(filter, 'field'),
            operator: requiredTextOf(filter, 'operator'),
            value: readSource(filter, 'value')
        };
    });
    return { logic: optionalTextOf(element, 'filterLogic') ?? 'and', filters };
}

const FORMULA_TYPES: Readonly<Record<string, FormulaDataType>> = {
    String: 'text',
    Number: 'number',
    Currency: 'number',
    Boolean: 'checkbox',
    Date: 'date',
    DateTime: 'datetime',
    Picklist: 'picklist',
    Multipicklist: 'multipicklist'
};

/** The type that formulas see behind a flow data type; undefined for records. */
export function formulaTypeOf(dataType: string): FormulaDataType | undefined {
    return FORMULA_TYPES[dataType];
}
