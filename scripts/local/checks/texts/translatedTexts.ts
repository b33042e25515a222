import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

/** What a file of a language says about one text. */
export interface TranslatedText {
    /** As in TranslatableText. */
    readonly key: string;
    /** Path with line. */
    readonly file: string;
    readonly text: string;
}

type Entry = readonly [key: string, holder: XmlElement, text: string];

/** Every text that the package says in this language. */
export function translatedTexts(project: Project, language: string): TranslatedText[] {
    const read = (component: Component, entries: readonly Entry[]): TranslatedText[] =>
        entries
            .filter(([, , text]) => text !== '')
            .map(([key, { line }, text]) => ({ key, text, file: `${component.file}:${line}` }));
    return [
        ...componentsOf(project, 'Translations')
            .filter(({ name }) => name === language)
            .flatMap((component) => read(component, wholeOrgTexts(component.root))),
        ...ofLanguage(project, 'CustomObjectTranslation', language).flatMap((component) =>
            read(component, objectTexts(objectOf(component.name, language), component.root))
        ),
        ...ofLanguage(project, 'CustomFieldTranslation', language).flatMap((component) =>
            read(component, fieldTexts(`${objectOf(component.object, language)}.${component.name}`, component.root))
        )
    ];
}

/** Object translations of one language: `Contact-hi`, and the fields in its folder. */
export function ofLanguage(project: Project, root: string, language: string): Component[] {
    return componentsOf(project, root).filter(({ name, object }) => (object || name).endsWith(`-${language}`));
}

/** `Contact` for `Contact-hi`. */
function objectOf(translation: string, language: string): string {
    return translation.slice(0, -`-${language}`.length);
}

function wholeOrgTexts(root: XmlElement): Entry[] {
    return [
        ...childrenOf(root, 'customLabels').map((one) => entry(`label ${textOf(one, 'name')}`, one, 'label')),
        ...childrenOf(root, 'customApplications').flatMap((one) => [
            entry(`app ${textOf(one, 'name')}`, one, 'label'),
            entry(`description of app ${textOf(one, 'name')}`, one, 'description')
        ]),
        ...childrenOf(root, 'customTabs').map((one) => entry(`tab ${textOf(one, 'name')}`, one, 'label')),
        ...childrenOf(root, 'quickActions').map((one) => entry(`action ${textOf(one, 'name')}`, one, 'label')),
        ...childrenOf(root, 'reportTypes').flatMap((type) => [
            entry(`report type ${textOf(type, 'name')}`, type, 'label'),
            entry(`description of report type ${textOf(type, 'name')}`, type, 'description'),
            ...childrenOf(type, 'sections').map((section) =>
                entry(`section "${textOf(section, 'name')}" of report type ${textOf(type, 'name')}`, section, 'label')
            )
        ])
    ];
}

function objectTexts(object: string, root: XmlElement): Entry[] {
    const number = (form: XmlElement): string => (textOf(form, 'plural') === 'true' ? 'plural' : 'singular');
    return [
        ...childrenOf(root, 'caseValues').map((form) =>
            entry(`${textOf(form, 'caseType')} ${number(form)} of ${object}`, form, 'value')
        ),
        entry(`name field of ${object}`, root, 'nameFieldLabel'),
        ...childrenOf(root, 'layouts').flatMap((layout) =>
            childrenOf(layout, 'sections').map((section) =>
                entry(
                    `section "${textOf(section, 'section')}" of ${object}-${textOf(layout, 'layout')}`,
                    section,
                    'label'
                )
            )
        ),
        ...childrenOf(root, 'quickActions').map((one) =>
            entry(`action ${object}.${textOf(one, 'name')}`, one, 'label')
        ),
        ...childrenOf(root, 'validationRules').map((rule) =>
            entry(`message of ${object}.${textOf(rule, 'name')}`, rule, 'errorMessage')
        ),
        ...childrenOf(root, 'webLinks').map((link) => entry(`link ${object}.${textOf(link, 'name')}`, link, 'label'))
    ];
}

function fieldTexts(field: string, root: XmlElement): Entry[] {
    return [
        entry(`field ${field}`, root, 'label'),
        entry(`help of ${field}`, root, 'help'),
        entry(`related list of ${field}`, root, 'relationshipLabel'),
        ...childrenOf(root, 'picklistValues').map((value) =>
            entry(`value "${textOf(value, 'masterLabel')}" of ${field}`, value, 'translation')
        )
    ];
}

function entry(key: string, holder: XmlElement, element: string): Entry {
    return [key, holder, textOf(holder, element)];
}
