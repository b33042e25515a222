import { LARGEST_FILE } from '../../../build/bundleRules.ts';
import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

/** Most characters in an element, by type of component; `*` is any type. A dot leads into a child element. */
const LONGEST: readonly (readonly [root: string, element: string, characters: number])[] = [
    ['ApexPage', 'label', 80],
    ['ApexPage', 'description', 255],
    ['CustomApplication', 'label', 40],
    ['CustomApplication', 'description', 255],
    ['CompactLayout', 'label', 40],
    ['CustomField', 'description', 1000],
    ['CustomField', 'inlineHelpText', 510],
    ['CustomField', 'relationshipLabel', 80],
    ['CustomField', 'relationshipName', 40],
    ['CustomField', 'valueSet.valueSetDefinition.value.fullName', 255],
    ['CustomField', 'valueSet.valueSetDefinition.value.label', 255],
    ['CustomObject', 'description', 1000],
    ['CustomObject', 'pluralLabel', 40],
    ['CustomObject', 'nameField.label', 80],
    ['CustomPermission', 'description', 255],
    ['ExternalCredential', 'label', 80],
    ['ExternalServiceRegistration', 'description', 255],
    ['FlexiPage', 'description', 255],
    ['FlexiPage', 'masterLabel', 80],
    ['Flow', 'label', 255],
    ['Flow', 'interviewLabel', 255],
    ['Flow', 'description', 1000],
    ['Layout', 'layoutSections.label', 80],
    ['LightningMessageChannel', 'masterLabel', 40],
    ['ListView', 'label', 40],
    ['NamedCredential', 'label', 80],
    ['PermissionSet', 'description', 255],
    ['PermissionSet', 'label', 80],
    ['PermissionSetGroup', 'description', 255],
    ['PermissionSetGroup', 'label', 80],
    ['QuickAction', 'description', 255],
    ['QuickAction', 'label', 80],
    ['ValidationRule', 'description', 255],
    ['ValidationRule', 'errorMessage', 255]
];

/** Most elements of a name, by type of component. */
const MOST: readonly (readonly [root: string, element: string, count: number])[] = [
    ['CompactLayout', 'fields', 10],
    ['CustomField', 'valueSet.valueSetDefinition.value', 1000],
    ['CustomObject', 'searchLayouts.customTabListAdditionalFields', 10],
    ['CustomObject', 'searchLayouts.lookupDialogsAdditionalFields', 10],
    ['CustomObject', 'searchLayouts.searchResultsAdditionalFields', 10],
    ['ListView', 'columns', 15],
    ['ListView', 'filters', 10]
];

/** Most characters of a formula's text, and what its compiled form may hold. */
export const LONGEST_FORMULA = 3900;

interface FieldLimit {
    readonly what: string;
    readonly most: number;
    readonly counts: (field: XmlElement) => boolean;
}

/** Per object. Tighter than every edition but the smallest. */
const FIELD_LIMITS: readonly FieldLimit[] = [
    { what: 'custom fields', most: 500, counts: () => true },
    { what: 'external ids', most: 25, counts: (field) => textOf(field, 'externalId') === 'true' },
    { what: 'lookups', most: 40, counts: (field) => /^(Lookup|MasterDetail)$/.test(textOf(field, 'type')) },
    { what: 'fields with history', most: 20, counts: (field) => textOf(field, 'trackHistory') === 'true' }
];

/** Of all long text of an object together. */
const MOST_LONG_TEXT = 1_638_400;

/** What an org takes of each thing: characters, elements, fields of an object, bytes of a component's file. */
export function checkLimits(project: Project): Finding[] {
    return [
        ...project.components.flatMap((component) => [...checkLengths(component), ...checkCounts(component)]),
        ...project.components.flatMap(checkFormulas),
        ...checkFieldCounts(project),
        ...checkFiles(project)
    ];
}

function checkLengths({ file, kind, root }: Component): Finding[] {
    return LONGEST.filter(([type]) => type === kind.root).flatMap(([, path, most]) =>
        elementsAt(root, path)
            .filter(({ text }) => text.length > most)
            .map(({ text, line }) => ({
                file: `${file}:${line}`,
                what: `<${path}> has ${text.length} characters, an org takes ${most}`,
                mend: 'Shorten it.'
            }))
    );
}

function checkCounts({ file, kind, root }: Component): Finding[] {
    return MOST.filter(([type]) => type === kind.root)
        .map(([, path, most]) => ({ path, most, count: elementsAt(root, path).length }))
        .filter(({ count, most }) => count > most)
        .map(({ path, count, most }) => ({
            file,
            what: `There are ${count} <${path}>, an org takes ${most}`,
            mend: 'Leave the least needed ones out.'
        }));
}

/** Elements at the end of a path of names. */
function elementsAt(root: XmlElement, path: string): XmlElement[] {
    return path
        .split('.')
        .reduce<XmlElement[]>((elements, name) => elements.flatMap((one) => childrenOf(one, name)), [root]);
}

function checkFormulas({ file, root }: Component): Finding[] {
    return [...everyElement(root)]
        .filter(({ name }) => /^(formula|expression|errorConditionFormula|filterFormula)$/.test(name))
        .filter(({ text }) => text.length > LONGEST_FORMULA)
        .map(({ text, line }) => ({
            file: `${file}:${line}`,
            what: `The formula has ${text.length} characters, an org takes ${LONGEST_FORMULA}`,
            mend: 'Split it in two.'
        }));
}

function checkFieldCounts(project: Project): Finding[] {
    const byObject = Map.groupBy(componentsOf(project, 'CustomField'), ({ object }) => object);
    return [...byObject].flatMap(([object, fields]) => {
        const file = fields[0]?.file ?? object;
        const longText = fields.reduce((sum, { root }) => sum + longTextOf(root), 0);
        return [
            ...FIELD_LIMITS.map((limit) => ({
                ...limit,
                count: fields.filter(({ root }) => limit.counts(root)).length
            }))
                .filter(({ count, most }) => count > most)
                .map(({ what, count, most }) => ({
                    file,
                    what: `${object} has ${count} ${what}, an org takes ${most}`,
                    mend: 'Do with fewer.'
                })),
            ...(longText > MOST_LONG_TEXT
                ? [{ file, what: `${object} has ${longText} characters of long text`, mend: `Use ${MOST_LONG_TEXT}.` }]
                : [])
        ];
    });
}

function longTextOf(field: XmlElement): number {
    return /^(LongTextArea|Html)$/.test(textOf(field, 'type')) ? Number(textOf(field, 'length')) : 0;
}

function checkFiles(project: Project): Finding[] {
    return [...project.files]
        .filter(([path]) => path.includes('/lwc/') && /\.(css|html|js)$/.test(path))
        .map(([file, text]) => ({ file, bytes: Buffer.byteLength(text) }))
        .filter(({ bytes }) => bytes > LARGEST_FILE)
        .map(({ file, bytes }) => ({
            file,
            what: `The file has ${bytes} bytes, an org takes ${LARGEST_FILE}`,
            mend: 'Split the component.'
        }));
}
