import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** Bulk API 2.0's names of what separates columns and lines. */
export const columnDelimiters = {
    BACKQUOTE: '`',
    CARET: '^',
    COMMA: ',',
    PIPE: '|',
    SEMICOLON: ';',
    TAB: '\t'
} as const;
export type ColumnDelimiter = keyof typeof columnDelimiters;

export const lineEndings = { LF: '\n', CRLF: '\r\n' } as const;
export type LineEnding = keyof typeof lineEndings;

export interface CsvFormat {
    readonly columnDelimiter: ColumnDelimiter;
    readonly lineEnding: LineEnding;
}

/** Header and rows of a CSV text. Throws the parser's error for a text that is none. */
export function readCsv(text: string, { columnDelimiter, lineEnding }: CsvFormat): string[][] {
    return parse(text, {
        delimiter: columnDelimiters[columnDelimiter],
        record_delimiter: lineEndings[lineEnding],
        bom: true,
        skip_empty_lines: true
    });
}

/** Every value in quotes, as the API writes results. */
export function writeCsv(rows: readonly (readonly string[])[], { columnDelimiter, lineEnding }: CsvFormat): string {
    return stringify(
        rows.map((row) => [...row]),
        {
            delimiter: columnDelimiters[columnDelimiter],
            record_delimiter: lineEndings[lineEnding],
            quoted: true,
            quoted_empty: true
        }
    );
}
