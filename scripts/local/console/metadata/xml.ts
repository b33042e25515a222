import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    trimValues: true
});

/** Metadata that does not read as what it should be; the message names the file. */
class MetadataError extends Error {
    override readonly name = 'MetadataError';
}

/** Zero, one or many sibling elements of one name, always as an array. */
export function many<Item extends z.ZodType>(item: Item) {
    const asArray = (value: unknown): unknown =>
        value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
    return z.preprocess(asArray, z.array(item));
}

/** An element's text; the empty element is empty text. */
export const text = z.string();

export const flag = z.stringbool().default(false);

// One process composes many consoles of the same package, above all in tests.
const parsed = new Map<string, { readonly source: string; readonly document: unknown }>();

function parsedFile(file: string): unknown {
    const source = readFileSync(file, 'utf8');
    const known = parsed.get(file);
    if (known?.source === source) {
        return known.document;
    }
    const document: unknown = parser.parse(source);
    parsed.set(file, { source, document });
    return document;
}

/** Reads one metadata file's root element. */
export function readMetadata<Shape extends z.ZodType>(file: string, root: string, shape: Shape): z.output<Shape> {
    const document = parsedFile(file);
    const content: unknown =
        document !== null && typeof document === 'object' ? Reflect.get(document, root) : undefined;
    const result = shape.safeParse(content);
    if (!result.success) {
        throw new MetadataError(`${file} does not read as ${root}: ${z.prettifyError(result.error)}`);
    }
    return result.data;
}

export interface MetadataFile {
    /** API name: the file's name without its suffixes. */
    readonly name: string;
    readonly path: string;
}

/** Finds `<folder>/<name>.<suffix>-meta.xml` in every room of the package, in a stable order. */
export function findMetadata(forceApp: string, pattern: string, suffix: string): MetadataFile[] {
    const ending = `.${suffix}-meta.xml`;
    return globSync(`*/${pattern}/*${ending}`, { cwd: forceApp })
        .sort()
        .map((path) => ({ name: basename(path).slice(0, -ending.length), path: join(forceApp, path) }));
}
