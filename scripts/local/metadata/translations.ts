import { basename, dirname } from 'node:path';
import type { MetadataFolders } from './metadataFiles.ts';
import { metadataFiles } from './metadataFiles.ts';
import { readMetadataFile } from './readMetadata.ts';
import type { XmlElement } from './xml.ts';
import { childrenOf, textOf } from './xml.ts';

/** What a file of a language says about one text. */
export interface TranslatedText {
    /** Names the text in words: `help of ConVox_Call__c.Status__c`. */
    readonly key: string;
    /** Path with line. */
    readonly file: string;
    readonly text: string;
}

/** Everything the package says in one other language, by the words for it. */
export type LanguageTexts = ReadonlyMap<string, string>;

const FIELD = '.fieldTranslation-meta.xml';

/** Reads the package's translations, by language as Salesforce spells it: `hi`. */
export function readTranslations(forceApp: MetadataFolders): ReadonlyMap<string, LanguageTexts> {
    return new Map(
        metadataFiles(forceApp, '.translation-meta.xml').map(({ name: language, file }) => {
            const objects = metadataFiles(forceApp, `-${language}.objectTranslation-meta.xml`);
            const folderOf = (path: string): string => basename(dirname(path));
            const fields = metadataFiles(forceApp, FIELD).filter((field) => isOf(language, folderOf(field.file)));
            const texts = [
                ...textsIn(readMetadataFile(file, 'Translations'), ''),
                ...objects.flatMap((object) =>
                    textsIn(readMetadataFile(object.file, 'CustomObjectTranslation'), object.name)
                ),
                ...fields.flatMap((field) => {
                    const object = translatedObject(folderOf(field.file), language);
                    const root = readMetadataFile(field.file, 'CustomFieldTranslation');
                    return textsIn(root, `${object}.${field.name}`);
                })
            ];
            return [language, new Map(texts.map(({ key, text }) => [key, text]))];
        })
    );
}

/** Whether an object's translation, `Contact-hi`, is into this language. */
export function isOf(language: string, translation: string): boolean {
    return translation.endsWith(`-${language}`);
}

/** `Contact` for `Contact-hi`. */
export function translatedObject(translation: string, language: string): string {
    return translation.slice(0, -`-${language}`.length);
}

/**
 * The texts that one file says.
 * @param owner the object, or object and field, that the file is about; '' for what belongs to no object
 */
export function textsIn(root: XmlElement, owner: string): TranslatedText[] {
    return entriesOf(root, owner).filter(({ text }) => text !== '');
}

function entriesOf(root: XmlElement, owner: string): TranslatedText[] {
    switch (root.name) {
        case 'CustomObjectTranslation':
            return objectTexts(owner, root);
        case 'CustomFieldTranslation':
            return fieldTexts(owner, root);
        default:
            return wholeOrgTexts(root);
    }
}

function wholeOrgTexts(root: XmlElement): TranslatedText[] {
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

function objectTexts(object: string, root: XmlElement): TranslatedText[] {
    const number = (form: XmlElement): string => (textOf(form, 'plural') === 'true' ? 'plural' : 'singular');
    return [
        ...childrenOf(root, 'caseValues').map((form) =>
            entry(`${textOf(form, 'caseType') || 'Nominative'} ${number(form)} of ${object}`, form, 'value')
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

function fieldTexts(field: string, root: XmlElement): TranslatedText[] {
    return [
        entry(`field ${field}`, root, 'label'),
        entry(`help of ${field}`, root, 'help'),
        entry(`related list of ${field}`, root, 'relationshipLabel'),
        ...childrenOf(root, 'picklistValues').map((value) =>
            entry(`value "${textOf(value, 'masterLabel')}" of ${field}`, value, 'translation')
        )
    ];
}

function entry(key: string, holder: XmlElement, element: string): TranslatedText {
    return { key, file: `${holder.file}:${holder.line}`, text: textOf(holder, element) };
}
