/** A line that says something. */
export interface EnteredLine {
    /** From 1. */
    readonly number: number;
    readonly text: string;
    readonly words: readonly string[];
    /** A word begins with a quotation mark and ends without one. */
    readonly isUnclosed: boolean;
}

/** A word between commas, semicolons or tabs; one with such a sign in it stands in quotation marks, as sheets write it. */
const WORD = /[,;\t](?:\s*"((?:[^"]|"")*)"\s*(?=[,;\t]|$)|([^,;\t]*))/g;

function wordsIn(line: string): Pick<EnteredLine, 'words' | 'isUnclosed'> {
    const found = [...`,${line}`.matchAll(WORD)];
    return {
        words: found.map(([, quoted, plain = '']) => (quoted?.replaceAll('""', '"') ?? plain).trim()),
        isUnclosed: found.some(([, , plain = '']) => plain.trim().startsWith('"'))
    };
}

/** Lines as they are pasted, from a file or a sheet. */
export function readLines(text: string): EnteredLine[] {
    return text
        .split(/\r?\n/)
        .map((line, index) => ({
            number: index + 1,
            text: line,
            ...wordsIn(line)
        }))
        .filter(({ words }) => words.some(Boolean));
}

/** What one word lists, between commas or semicolons of its own. */
export function partsOf(word: string): string[] {
    return word.split(/[,;]/).flatMap((part) => part.trim() || []);
}
