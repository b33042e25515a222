import { z } from 'zod';
import { findMetadata, many, readMetadata, text } from './xml.ts';

const Labels = z.object({ labels: many(z.object({ fullName: text, language: text, value: text })) });
const Translations = z.object({ customLabels: many(z.object({ name: text, label: text })) });

/** Texts of one custom label by language as Salesforce spells it: `en_US`, `hi`. */
export type LabelTexts = Readonly<Record<string, string>>;

/** Every custom label of the package, by API name, with its own text and the texts of the translation files. */
export function readLabels(forceApp: string): ReadonlyMap<string, LabelTexts> {
    const labels = new Map<string, Record<string, string>>();
    for (const { path } of findMetadata(forceApp, 'labels', 'labels')) {
        for (const { fullName, language, value } of readMetadata(path, 'CustomLabels', Labels).labels) {
            labels.set(fullName, { [language]: value });
        }
    }
    for (const { name: language, path } of findMetadata(forceApp, 'translations', 'translation')) {
        for (const { name, label } of readMetadata(path, 'Translations', Translations).customLabels) {
            const texts = labels.get(name);
            if (texts) {
                texts[language] = label;
            }
        }
    }
    return labels;
}
