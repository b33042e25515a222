import type { Finding } from '../finding.ts';
import type { Language } from '../read/languages.ts';
import { languages } from '../read/languages.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { scratchSettings } from './scratchDefinition.ts';
import type { TranslatableText } from './translatableTexts.ts';
import { translatableTexts } from './translatableTexts.ts';
import type { TranslatedText } from '../../metadata/translations.ts';
import { ofLanguage, translatedTexts } from './translatedTexts.ts';
import { childOf, textOf } from '../../metadata/xml.ts';

/**
 * Translations are complete: every text that metadata can translate is said in every language of the package, once,
 * in that language's letters, with the same placeholders, and no longer than an org takes.
 */
export function checkTranslations(project: Project): Finding[] {
    const files = componentsOf(project, 'Translations');
    return [
        ...(files.length > 0 ? checkScratchOrg(project) : []),
        ...files.flatMap(({ file, name }) => {
            const language = languages[name];
            return language
                ? checkLanguage(project, name, language, file)
                : [{ file, what: `Nobody has listed the language ${name}`, mend: 'Add it to languages.ts.' }];
        })
    ];
}

function checkLanguage(project: Project, name: string, language: Language, file: string): Finding[] {
    const wanted = translatableTexts(project, language);
    const translated = translatedTexts(project, name);
    const given = Map.groupBy(translated, ({ key }) => key);
    const known = new Map(wanted.map((text) => [text.key, text]));
    return [
        ...wanted
            .filter(({ key }) => !given.has(key))
            .map((text) => ({
                file: text.file,
                what: `The ${text.key} is not translated into ${name}`,
                mend: `Say "${text.text}" in ${name}, in ${file} or in objectTranslations.`
            })),
        ...[...given.values()].flatMap(([, second]) =>
            second ? [{ file: second.file, what: `The ${second.key} is translated twice`, mend: 'Keep one.' }] : []
        ),
        ...translated.flatMap((text) => checkText(text, known.get(text.key), language)),
        ...ofLanguage(project, 'CustomObjectTranslation', name).flatMap((object) => checkGrammar(object, language))
    ];
}

function checkText(
    { key, file, text }: TranslatedText,
    original: TranslatableText | undefined,
    { letters, words }: Language
): Finding[] {
    if (!original) {
        return [{ file, what: `There is no ${key} to translate`, mend: 'Remove it or correct its name.' }];
    }
    return [
        ...(text.length > original.longest
            ? [{ file, what: `The ${key} has ${text.length} characters`, mend: `Use ${original.longest} at most.` }]
            : []),
        ...(text === original.text || letters.test(text)
            ? []
            : [{ file, what: `The ${key} is "${text}", which is another language`, mend: 'Translate it.' }]),
        ...(placeholders(text) === placeholders(original.text)
            ? []
            : [
                  {
                      file,
                      what: `The ${key} has other placeholders than "${original.text}"`,
                      mend: 'Use the same ones.'
                  }
              ]),
        ...words
            .filter(([, others]) => others.test(text.normalize('NFC')))
            .map(([word]) => ({
                file,
                what: `The ${key} has a second word for ${word}`,
                mend: 'Use the one of languages.ts, which docs/translation.md lists.'
            }))
    ];
}

function placeholders(text: string): string {
    return [...new Set(text.match(/\{\d+\}/g))].toSorted().join(' ');
}

/** An org refuses what the language's grammar does not have. */
function checkGrammar({ file, root, name }: Component, { genders }: Language): Finding[] {
    const gender = textOf(root, 'gender');
    const isNamed = childOf(root, 'caseValues') !== undefined;
    return [
        ...(isNamed && !genders.includes(gender)
            ? [{ file, what: `The gender of ${name} is "${gender}"`, mend: `Write one of ${genders.join(', ')}.` }]
            : []),
        ...(childOf(root, 'startsWith')
            ? [{ file, what: '<startsWith> has no meaning in this language', mend: 'Remove it; an org refuses it.' }]
            : [])
    ];
}

/** A package version is built in an org of the scratch definition: without these settings it refuses translations. */
function checkScratchOrg(project: Project): Finding[] {
    const { file, settings } = scratchSettings(project, 'languageSettings');
    return ['enableTranslationWorkbench', 'enableEndUserLanguages', 'enablePlatformLanguages']
        .filter((setting) => settings[setting] !== true)
        .map((setting) => ({
            file,
            what: `${setting} is not switched on, so a package with translations is not built`,
            mend: `Set languageSettings.${setting} to true.`
        }));
}
