import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { childrenOf } from '../../metadata/xml.ts';
import { readMetadataFile, requiredTextOf } from '../../metadata/readMetadata.ts';

/** Texts of one custom label by language as Salesforce spells it: `en_US`, `hi`. */
export type LabelTexts = Readonly<Record<string, string>>;

/** Every custom label of the package, by API name, with its own text and the texts of the translation files. */
export function readLabels(forceApp: MetadataFolders): ReadonlyMap<string, LabelTexts> {
    const labels = new Map<string, Record<string, string>>();
    for (const { file } of metadataFiles(forceApp, '.labels-meta.xml')) {
        for (const label of childrenOf(readMetadataFile(file, 'CustomLabels'), 'labels')) {
            labels.set(requiredTextOf(label, 'fullName'), {
                [requiredTextOf(label, 'language')]: requiredTextOf(label, 'value')
            });
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
