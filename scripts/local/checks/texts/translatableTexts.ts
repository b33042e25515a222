import { labelsOf } from '../read/labels.ts';
import type { Language } from '../read/languages.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

/** A text that users read and that metadata can translate. */
export interface TranslatableText {
    /** Names the text in words, the same for the text and for its translation: `help of ConVox_Call__c.Status__c`. */
    readonly key: string;
    readonly file: string;
    readonly text: string;
    /** Most characters that an org takes. */
    readonly longest: number;
}

const LABEL = 1000;
const NAME = 40;
const HELP = 510;
const VALUE = 255;
const HEADING = 80;
const MESSAGE = 255;

type Entry = readonly [key: string, text: string, longest: number];

/** Every text of the package that must be said in each language. Names of flows, pages and list views cannot be. */
export function translatableTexts(project: Project, language: Language): TranslatableText[] {
    const all = (root: string, entriesOf: (component: Component) => readonly Entry[]): TranslatableText[] =>
        componentsOf(project, root).flatMap((component) =>
            entriesOf(component)
                .filter(([, text]) => text !== '')
                .map(([key, text, longest]) => ({ key, text, longest, file: component.file }))
        );
    return [
        ...labelsOf(project).map(({ name, value, file }) => ({
            key: `label ${name}`,
            text: value,
            longest: LABEL,
            file
        })),
        ...all('CustomApplication', ({ name, root }) => [
            [`app ${name}`, textOf(root, 'label'), NAME],
            [`description of app ${name}`, textOf(root, 'description'), VALUE]
        ]),
        ...all('CustomTab', ({ name, root }) => [[`tab ${name}`, textOf(root, 'label'), NAME]]),
        ...all('CustomObject', (object) => objectTexts(object, language)),
        ...all('CustomField', fieldTexts),
        ...all('Layout', layoutTexts),
        ...all('QuickAction', ({ name, root }) => [[`action ${name}`, textOf(root, 'label'), HEADING]]),
        ...all('ValidationRule', ({ object, name, root }) => [
            [`message of ${object}.${name}`, textOf(root, 'errorMessage'), MESSAGE]
        ]),
        ...all('WebLink', ({ object, name, root }) => [
            [`link ${object}.${name}`, textOf(root, 'masterLabel'), HEADING]
        ]),
        ...all('ReportType', reportTypeTexts)
    ];
}

function objectTexts({ name, root }: Component, { cases }: Language): Entry[] {
    if (!name.endsWith('__c')) {
        return [];
    }
    const nameField = childOf(root, 'nameField');
    return [
        ...cases.flatMap((form): Entry[] => [
            [`${form} singular of ${name}`, textOf(root, 'label'), NAME],
            [`${form} plural of ${name}`, textOf(root, 'pluralLabel'), NAME]
        ]),
        [`name field of ${name}`, nameField ? textOf(nameField, 'label') : '', NAME]
    ];
}

function fieldTexts({ object, name, root }: Component): Entry[] {
    const values = [...everyElement(root)].filter((element) => element.name === 'value' && element.children.length > 0);
    return [
        [`field ${object}.${name}`, textOf(root, 'label'), NAME],
        [`help of ${object}.${name}`, textOf(root, 'inlineHelpText'), HELP],
        [`related list of ${object}.${name}`, textOf(root, 'relationshipLabel'), HEADING],
        ...values
            .map((value) => textOf(value, 'label'))
            .map((label): Entry => [`value "${label}" of ${object}.${name}`, label, VALUE])
    ];
}

function layoutTexts({ name, root }: Component): Entry[] {
    return sectionsOf(root).map((label): Entry => [`section "${label}" of ${name}`, label, HEADING]);
}

/** Sections with a label of ours; the others have Salesforce's. */
function sectionsOf(layout: XmlElement): string[] {
    const own = childrenOf(layout, 'layoutSections').filter((section) => textOf(section, 'customLabel') === 'true');
    return [...new Set(own.map((section) => textOf(section, 'label')))];
}

function reportTypeTexts({ name, root }: Component): Entry[] {
    return [
        [`report type ${name}`, textOf(root, 'label'), HEADING],
        [`description of report type ${name}`, textOf(root, 'description'), VALUE],
        ...childrenOf(root, 'sections').map((section): Entry => {
            const label = textOf(section, 'masterLabel');
            return [`section "${label}" of report type ${name}`, label, HEADING];
        })
    ];
}
