/** A line that says something. */
export interface EnteredLine {
    /** From 1. */
    readonly number: number;
    readonly text: string;
    readonly words: readonly string[];
}

/** A word between commas, semicolons or tabs; one with such a sign in it stands in quotation marks, as sheets write it. */
const WORD = /[,;\t](?:\s*"((?:[^"]|"")*)"\s*(?=[,;\t]|$)|([^,;\t]*))/g;

function wordsIn(line: string): string[] {
    return [...`,${line}`.matchAll(WORD)].map(([, quoted, plain = '']) =>
        (quoted?.replaceAll('""', '"') ?? plain).trim()
    );
}

/** Lines as they are pasted, from a file or a sheet. */
export function readLines(text: string): EnteredLine[] {
    return text
        .split(/\r?\n/)
        .map((line, index) => ({
            number: index + 1,
            text: line,
            words: wordsIn(line)
        }))
        .filter(({ words }) => words.some(Boolean));
}

/** What one word lists, between commas or semicolons of its own. */
export function partsOf(word: string): string[] {
    return word.split(/[,;]/).flatMap((part) => part.trim() || []);
}
