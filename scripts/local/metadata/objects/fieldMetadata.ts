import type { FieldSchema, FieldType, LookupSchema, PicklistValue } from './schema.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { MetadataError, booleanOf, integerOf, requiredTextOf, optionalTextOf } from '../readMetadata.ts';

const understoodTypes: ReadonlySet<string> = new Set<FieldType>([
    'Text',
    'TextArea',
    'LongTextArea',
    'Html',
    'Phone',
    'Email',
    'Url',
    'Number',
    'Currency',
    'Percent',
    'Checkbox',
    'Date',
    'DateTime',
    'Picklist',
    'MultiselectPicklist',
    'Lookup',
    'MasterDetail',
    'AutoNumber'
]);

/** Lengths of the types whose metadata has no `<length>`. */
const fixedLengths: Partial<Record<FieldType, number>> = {
    TextArea: 255,
    Phone: 40,
    Email: 80,
    Url: 255,
    Picklist: 255,
    MultiselectPicklist: 4099
};

const lengthIsNeeded: ReadonlySet<FieldType> = new Set<FieldType>(['Text', 'LongTextArea', 'Html']);

/** What a field is unless its table entry or metadata says otherwise: optional, editable text. */
export const plainField = {
    file: undefined,
    helpText: undefined,
    type: 'Text',
    custom: false,
    required: false,
    length: undefined,
    precision: undefined,
    scale: undefined,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: true,
    updateable: true,
    nameField: false,
    picklist: undefined,
    lookup: undefined,
    displayFormat: undefined,
    formula: undefined,
    defaultValue: undefined,
    joins: undefined,
    partOf: undefined
} as const satisfies Omit<FieldSchema, 'name' | 'label'>;

/** Reads one `*.field-meta.xml`. `valueSets` are the package's global value sets by name. */
export function readField(element: XmlElement, valueSets: ReadonlyMap<string, readonly PicklistValue[]>): FieldSchema {
    const name = requiredTextOf(element, 'fullName');
    const type = fieldType(element, requiredTextOf(element, 'type'));
    const formula = formulaOf(element);
    const writable = formula === undefined && type !== 'AutoNumber';
    return {
        ...plainField,
        name,
        file: element.file,
        label: requiredTextOf(element, 'label'),
        helpText: optionalTextOf(element, 'inlineHelpText'),
        type,
        custom: true,
        required: booleanOf(element, 'required') || type === 'MasterDetail',
        length: lengthOf(element, type, formula !== undefined),
        precision: integerOf(element, 'precision'),
        scale: integerOf(element, 'scale'),
        unique: booleanOf(element, 'unique'),
        caseSensitive: booleanOf(element, 'caseSensitive'),
        externalId: booleanOf(element, 'externalId'),
        createable: writable,
        updateable: writable,
        picklist: picklistOf(element, type, valueSets),
        lookup: lookupOf(element, name, type),
        displayFormat: type === 'AutoNumber' ? requiredTextOf(element, 'displayFormat') : undefined,
        formula,
        defaultValue: optionalTextOf(element, 'defaultValue')
    };
}

function formulaOf(element: XmlElement): FieldSchema['formula'] {
    const expression = optionalTextOf(element, 'formula');
    return expression === undefined
        ? undefined
        : { expression, blankAsZero: optionalTextOf(element, 'formulaTreatBlanksAs') !== 'BlankAsBlank' };
}

/** Characters; a formula's text may be as long as the platform lets it be. */
function lengthOf(element: XmlElement, type: FieldType, isFormula: boolean): number | undefined {
    if (type === 'Text' && isFormula) {
        return 1300;
    }
    const length = integerOf(element, 'length') ?? fixedLengths[type];
    if (length === undefined && lengthIsNeeded.has(type)) {
        throw new MetadataError(element, `A ${type} field needs <length>`);
    }
    return length;
}

export function readPicklistValues(element: XmlElement, valueName: 'value' | 'customValue'): PicklistValue[] {
    return childrenOf(element, valueName).map((value) => ({
        value: requiredTextOf(value, 'fullName'),
        label: optionalTextOf(value, 'label') ?? requiredTextOf(value, 'fullName'),
        isDefault: booleanOf(value, 'default')
    }));
}

function fieldType(element: XmlElement, type: string): FieldType {
    const known = [...understoodTypes].find((understood): understood is FieldType => understood === type);
    if (known === undefined) {
        throw new MetadataError(element, `the local org does not support fields of type ${type}`);
    }
    return known;
}

function picklistOf(
    element: XmlElement,
    type: FieldType,
    valueSets: ReadonlyMap<string, readonly PicklistValue[]>
): FieldSchema['picklist'] {
    if (type !== 'Picklist' && type !== 'MultiselectPicklist') {
        return undefined;
    }
    const [valueSet] = childrenOf(element, 'valueSet');
    if (!valueSet) {
        throw new MetadataError(element, `A ${type} field needs <valueSet>`);
    }
    const globalName = optionalTextOf(valueSet, 'valueSetName');
    const restricted = booleanOf(valueSet, 'restricted');
    if (globalName !== undefined) {
        const values = valueSets.get(globalName);
        if (!values) {
            throw new MetadataError(element, `there is no global value set ${globalName}`);
        }
        return { restricted, values };
    }
    const [definition] = childrenOf(valueSet, 'valueSetDefinition');
    if (!definition) {
        throw new MetadataError(element, '<valueSet> needs <valueSetDefinition> or <valueSetName>');
    }
    return { restricted, values: readPicklistValues(definition, 'value') };
}

function lookupOf(element: XmlElement, name: string, type: FieldType): LookupSchema | undefined {
    if (type !== 'Lookup' && type !== 'MasterDetail') {
        return undefined;
    }
    return {
        objects: [requiredTextOf(element, 'referenceTo')],
        relationshipName: name.replace(/__c$/, '__r'),
        childRelationshipName: optionalTextOf(element, 'relationshipName'),
        onDelete: type === 'MasterDetail' ? 'Cascade' : deleteConstraint(element)
    };
}

function deleteConstraint(element: XmlElement): LookupSchema['onDelete'] {
    const constraint = optionalTextOf(element, 'deleteConstraint') ?? 'SetNull';
    if (constraint !== 'SetNull' && constraint !== 'Restrict' && constraint !== 'Cascade') {
        throw new MetadataError(element, `<deleteConstraint> ${constraint} is not known`);
    }
    return constraint;
}
