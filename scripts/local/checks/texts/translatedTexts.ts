import type { TranslatedText } from '../../metadata/translations.ts';
import { isOf, textsIn, translatedObject } from '../../metadata/translations.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';

/** Every text that the package says in this language. */
export function translatedTexts(project: Project, language: string): TranslatedText[] {
    return [
        ...componentsOf(project, 'Translations')
            .filter(({ name }) => name === language)
            .flatMap(({ root }) => textsIn(root, '')),
        ...ofLanguage(project, 'CustomObjectTranslation', language).flatMap(({ name, root }) =>
            textsIn(root, translatedObject(name, language))
        ),
        ...ofLanguage(project, 'CustomFieldTranslation', language).flatMap(({ name, object, root }) =>
            textsIn(root, `${translatedObject(object, language)}.${name}`)
        )
    ];
}

/** Object translations of one language: `Contact-hi`, and the fields in its folder. */
export function ofLanguage(project: Project, root: string, language: string): Component[] {
    return componentsOf(project, root).filter(({ name, object }) => isOf(language, object || name));
}
