import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { AdminError } from '../cli/command.ts';

export interface CallRow {
    /** 1 for the first row behind the header. */
    readonly number: number;
    readonly values: readonly string[];
    /** How much of the file has been read. */
    readonly bytes: number;
}

export interface CallFile {
    readonly header: readonly string[];
    readonly bytes: number;
    /** Tells this content from other contents of the same name. */
    readonly fingerprint: string;
    /** Reads row by row, so that a file of any size fits. Throws AdminError with the line where the CSV breaks. */
    rows(): AsyncGenerator<CallRow>;
}

const FINGERPRINT_BYTES = 1024 ** 2;

const parsedRow = z.object({ record: z.array(z.string()), info: z.object({ bytes: z.number() }) });

/** Opens a CSV file (RFC 4180, UTF-8, with a header). Throws AdminError when it has none. */
export async function openCallFile(path: string, delimiter: string): Promise<CallFile> {
    const bytes = sizeOf(path);
    const rows = (): AsyncGenerator<CallRow> => readRows(path, delimiter, 1);
    let header: readonly string[] | undefined;
    for await (const { values } of readRows(path, delimiter, 0)) {
        header = values;
        break;
    }
    if (header === undefined) {
        throw new AdminError(`${path} is empty. Its first line has to name the columns, such as CALL_REFERENCE_ID.`);
    }
    const repeated = header.find((name, index) => header.indexOf(name) !== index);
    if (repeated !== undefined) {
        throw new AdminError(`${path} has two columns called "${repeated}". Rename or remove one.`);
    }
    return { header, bytes, fingerprint: fingerprintOf(path, bytes), rows };
}

function sizeOf(path: string): number {
    try {
        return statSync(path).size;
    } catch {
        throw new AdminError(`There is no file ${path}.`);
    }
}

function fingerprintOf(path: string, bytes: number): string {
    const start = Buffer.alloc(Math.min(bytes, FINGERPRINT_BYTES));
    const file = openSync(path, 'r');
    try {
        readSync(file, start, 0, start.length, 0);
    } finally {
        closeSync(file);
    }
    return createHash('sha256').update(`${bytes} `).update(start).digest('hex');
}

async function* readRows(path: string, delimiter: string, skip: number): AsyncGenerator<CallRow> {
    const parser = parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true });
    const source = createReadStream(path);
    source.once('error', (error) => parser.destroy(error));
    try {
        let number = -skip;
        for await (const parsed of source.pipe(parser)) {
            number += 1;
            if (number > 0) {
                const { record, info } = parsedRow.parse(parsed);
                yield { number, values: record, bytes: info.bytes };
            }
        }
    } catch (error) {
        if (error instanceof CsvError) {
            throw new AdminError(`${path} is no CSV file that can be read: ${error.message}`);
        }
        throw error;
    } finally {
        source.destroy();
    }
}
