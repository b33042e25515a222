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

/** What the package's metadata puts on the console; the server writes it into the page. */
export const composition: Composition = embedded('console-composition');
