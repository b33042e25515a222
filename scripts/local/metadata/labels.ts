import type { MetadataFolders } from './metadataFiles.ts';
import { metadataFiles } from './metadataFiles.ts';
import { readMetadataFile, requiredTextOf } from './readMetadata.ts';
import type { XmlElement } from './xml.ts';
import { childrenOf, textOf } from './xml.ts';

export interface CustomLabel {
    readonly name: string;
    /** Path with line. */
    readonly file: string;
    readonly language: string;
    readonly value: string;
    readonly shortDescription: string;
}

/** @param root of a file with custom labels */
export function labelsIn(root: XmlElement): CustomLabel[] {
    return childrenOf(root, 'labels').map((label) => ({
        name: textOf(label, 'fullName'),
        file: `${label.file}:${label.line}`,
        language: textOf(label, 'language'),
        value: textOf(label, 'value'),
        shortDescription: textOf(label, 'shortDescription')
    }));
}

/** Texts of one custom label by language as Salesforce spells it: `en_US`, `hi`. */
export type LabelTexts = Readonly<Record<string, string>>;

/** Every custom label of the package, by API name, with its own text and the texts of the translation files. */
export function readLabels(forceApp: MetadataFolders): ReadonlyMap<string, LabelTexts> {
    const labels = new Map<string, Record<string, string>>();
    for (const { file } of metadataFiles(forceApp, '.labels-meta.xml')) {
        for (const { name, language, value } of labelsIn(readMetadataFile(file, 'CustomLabels'))) {
            labels.set(name, { [language]: value });
        }
    }
    for (const { name: language, file } of metadataFiles(forceApp, '.translation-meta.xml')) {
        for (const label of childrenOf(readMetadataFile(file, 'Translations'), 'customLabels')) {
            const texts = labels.get(requiredTextOf(label, 'name'));
            if (texts) {
                texts[language] = requiredTextOf(label, 'label');
            }
        }
    }
    return labels;
}

/** The text in the user's language; the label's own where there is no translation. */
export function labelText(texts: LabelTexts, language: string): string {
    return texts[language] ?? Object.values(texts)[0] ?? '';
}
