import { formatsOf } from './localeFormats.ts';
import type { Composition, ConsoleSession } from '../composition.ts';

function embedded<Content>(id: string): Content {
    const content = document.getElementById(id)?.textContent;
    if (!content) {
        throw new Error(`The page came without its ${id}. Open it through the console's server.`);
    }
    return JSON.parse(content);
}

/** Who is signed in; the server writes it into the page. */
export const session: ConsoleSession = embedded('console-session');

/** How the signed-in user writes dates and times. @public for the modules that the build makes. */
export const formats = formatsOf(session.user.locale);

/** What the package's metadata puts on the console; the server writes it into the page. */
export const composition: Composition = embedded('console-composition');

/**
 * The text in the signed-in user's language, from texts by language as metadata spells it (`en_US`, `hi`).
 * Falls back from `hi-IN` to `hi`, then to the text the label was written with.
 * @public for the modules that the build makes
 */
export function textFor(texts: Readonly<Record<string, string>>): string {
    const language = session.user.language.replace('-', '_');
    return texts[language] ?? texts[language.split('_')[0] ?? ''] ?? Object.values(texts)[0] ?? '';
}
