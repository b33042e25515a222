import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, everyElement, textOf } from '../../metadata/xml.ts';

/** Types whose values can find a record, and can be unique. */
const KEYS = new Set(['AutoNumber', 'Email', 'Number', 'Text']);

interface Rule {
    readonly breaks: (field: XmlElement) => boolean;
    readonly what: string;
    readonly mend: string;
}

const is = (field: XmlElement, element: string, text: string): boolean => textOf(field, element) === text;
const number = (field: XmlElement, element: string): number => Number(textOf(field, element));
const isFormula = (field: XmlElement): boolean => childOf(field, 'formula') !== undefined;
const outside = (value: number, least: number, most: number): boolean => !(value >= least && value <= most);

/** What an org refuses of a field though every element of it is sound. */
const RULES: readonly Rule[] = [
    {
        breaks: (field) => is(field, 'type', 'Text') && !isFormula(field) && outside(number(field, 'length'), 1, 255),
        what: 'A text has 1 to 255 characters',
        mend: 'Correct <length>.'
    },
    {
        breaks: (field) => is(field, 'type', 'LongTextArea') && outside(number(field, 'length'), 256, 131_072),
        what: 'A long text has 256 to 131072 characters',
        mend: 'Correct <length>.'
    },
    {
        breaks: (field) =>
            childOf(field, 'visibleLines') !== undefined && outside(number(field, 'visibleLines'), 2, 50),
        what: 'A long text shows 2 to 50 lines',
        mend: 'Correct <visibleLines>.'
    },
    {
        breaks: (field) =>
            childOf(field, 'precision') !== undefined &&
            (outside(number(field, 'precision'), 1, 18) ||
                outside(number(field, 'scale'), 0, number(field, 'precision'))),
        what: 'A number has at most 18 digits, and no more of them behind the point',
        mend: 'Correct <precision> and <scale>.'
    },
    {
        breaks: (field) => is(field, 'externalId', 'true') && (isFormula(field) || !KEYS.has(textOf(field, 'type'))),
        what: 'This type cannot be an external id',
        mend: 'Set <externalId> to false.'
    },
    {
        breaks: (field) => is(field, 'unique', 'true') && (isFormula(field) || !KEYS.has(textOf(field, 'type'))),
        what: 'This type cannot be unique',
        mend: 'Set <unique> to false.'
    },
    {
        breaks: (field) => is(field, 'trackHistory', 'true') && (isFormula(field) || is(field, 'type', 'AutoNumber')),
        what: 'An org keeps no history of what it computes itself',
        mend: 'Set <trackHistory> to false.'
    },
    {
        breaks: (field) => isFormula(field) && childOf(field, 'defaultValue') !== undefined,
        what: 'A formula has no default',
        mend: 'Remove <defaultValue>.'
    },
    {
        breaks: (field) => is(field, 'type', 'Picklist') && childOf(field, 'defaultValue') !== undefined,
        what: 'A picklist marks its default among its values',
        mend: 'Remove <defaultValue>.'
    },
    {
        breaks: (field) => is(field, 'required', 'true') && is(field, 'deleteConstraint', 'SetNull'),
        what: 'A required lookup cannot be emptied when its record is deleted',
        mend: 'Use Restrict, or do not require it.'
    },
    {
        breaks: (field) => is(field, 'deleteConstraint', 'Cascade'),
        what: 'Few orgs allow a lookup that deletes its children',
        mend: 'Use SetNull or Restrict.'
    },
    {
        breaks: (field) => childOf(field, 'startsWith') !== undefined || childOf(field, 'gender') !== undefined,
        what: 'Orgs of another language refuse grammar here',
        mend: 'Remove <startsWith> and <gender>.'
    }
];

/** Fields and objects as the platform takes them, whatever language the org has; picklists with each value once. */
export function checkFieldTypes(project: Project): Finding[] {
    const fields = componentsOf(project, 'CustomField');
    return [
        ...fields.flatMap(({ file, root }) =>
            RULES.filter((rule) => rule.breaks(root)).map(({ what, mend }) => ({ file, what, mend }))
        ),
        ...fields.flatMap(checkPicklist),
        ...sameLabels(fields),
        ...componentsOf(project, 'CustomObject').flatMap(checkObject)
    ];
}

function checkPicklist({ file, root }: Component): Finding[] {
    const values = [...everyElement(root)].filter(({ name, children }) => name === 'value' && children.length > 0);
    const names = values.map((value) => textOf(value, 'fullName').toLowerCase());
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    const defaults = values.filter((value) => textOf(value, 'default') === 'true').length;
    return [
        ...twice.map((name) => ({ file, what: `The value "${name}" is there twice`, mend: 'Keep one.' })),
        ...(defaults > 1 ? [{ file, what: `There are ${defaults} defaults`, mend: 'Keep one at most.' }] : [])
    ];
}

/** Two fields with one label cannot be told apart in a report or a list view. */
function sameLabels(fields: readonly Component[]): Finding[] {
    const seen = new Map<string, string>();
    return fields.flatMap(({ file, object, root }) => {
        const key = `${object} ${textOf(root, 'label').toLowerCase()}`;
        const first = seen.get(key);
        seen.set(key, first ?? file);
        return first === undefined
            ? []
            : [{ file, what: `The label is also that of ${first}`, mend: 'Give one of them another.' }];
    });
}

const TOGETHER = ['enableBulkApi', 'enableSharing', 'enableStreamingApi'];

function checkObject({ file, root }: Component): Finding[] {
    const settings = new Set(TOGETHER.map((element) => textOf(root, element)));
    const hasGrammar = childOf(root, 'startsWith') !== undefined || childOf(root, 'gender') !== undefined;
    return [
        ...(settings.size === 1
            ? []
            : [{ file, what: `${TOGETHER.join(', ')} must be the same`, mend: 'Set all three to true.' }]),
        ...(hasGrammar
            ? [{ file, what: 'Orgs of another language refuse grammar here', mend: 'Remove <startsWith>, <gender>.' }]
            : [])
    ];
}
