import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { META_SUFFIX } from '../read/metadataKinds.ts';

/** Elements whose text people read, or a flow stores, as it is written. */
const SHOWN =
    /<(stringValue|inlineHelpText|help|label|masterLabel|pluralLabel|shortDescription|value|errorMessage|description)>([^<]*)<\//g;
const QUOTED = /("|&quot;)(?:(?!\1)[^\\]|\\[^])*\1/g;
/** Prettier puts blanks around every entity, also between quotes. */
const SPACED = / &[lg]t; /;
/** The signs of phone numbers have blanks among them; the check of phone keys compares them with the contract. */
const SIGNS = /<name>signsOfNumbers<\/name>\s*<dataType>String<\/dataType>\s*$/;
const FORMULA = /<(expression|filterFormula|formula|calculatedFormula|errorConditionFormula)>([^<]*)<\//g;

/**
 * Texts of metadata reach people as they were meant: no line break that a formatter put into a value, and no blanks
 * that it put around < and > in a text of a formula.
 */
export function checkTexts(project: Project): Finding[] {
    return [...project.files]
        .filter(([file]) => file.endsWith(META_SUFFIX))
        .flatMap(([file, text]) => [
            ...[...text.matchAll(SHOWN)]
                .filter(([, element, value = '']) => value.includes('\n') && !isForMakersOnly(file, element))
                .map(({ index, 1: element }) => ({
                    file: `${file}:${lineOf(text, index)}`,
                    what: `<${element}> has a line break in it, which is shown or stored`,
                    mend: 'Write it on one line.'
                })),
            ...[...text.matchAll(FORMULA)]
                .filter(({ index }) => !SIGNS.test(text.slice(0, index)))
                .flatMap((formula) =>
                    [...formula[0].matchAll(QUOTED)]
                        .filter(
                            ({ 0: quoted, index }) =>
                                SPACED.test(quoted) && !formula[0].slice(0, index).endsWith('TRIM(')
                        )
                        .map(({ 0: quoted, index }) => ({
                            file: `${file}:${lineOf(text, formula.index + index)}`,
                            what: `${quoted} has blanks around its sign, which a formatter may have put there`,
                            mend: 'Write TRIM(" &lt; "), or keep the sign in a constant.'
                        }))
                ),
            ...[...text.matchAll(FORMULA)].flatMap((formula) =>
                [...formula[0].matchAll(QUOTED)]
                    .filter(([quoted]) => quoted.includes('\n'))
                    .map(({ 0: quoted, index }) => ({
                        file: `${file}:${lineOf(text, formula.index + index)}`,
                        what: `${quoted.replaceAll(/\s+/g, ' ')} has a line break in it, which is part of the text`,
                        mend: 'Write the text on one line, or join two texts.'
                    }))
            )
        ]);
}

/** What a flow says of its own steps is seen in Flow Builder alone. */
function isForMakersOnly(file: string, element: string | undefined): boolean {
    return element === 'description' && file.endsWith('.flow-meta.xml');
}

function lineOf(text: string, index: number): number {
    return text.slice(0, index).split('\n').length;
}
