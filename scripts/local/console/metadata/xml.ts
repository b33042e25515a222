import { z } from 'zod';
import { MetadataError, readMetadataFile } from '../../metadata/readMetadata.ts';
import type { XmlElement } from '../../metadata/xml.ts';

/** Zero, one or many sibling elements of one name, always as an array. */
export function many<Item extends z.ZodType>(item: Item) {
    const asArray = (value: unknown): unknown =>
        value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
    return z.preprocess(asArray, z.array(item));
}

/** An element's text; the empty element is empty text. */
export const text = z.string();

export const flag = z.stringbool().default(false);

/** Children by name, one or a list of them, attributes by `@` and name; an element without either is its text. */
function plain({ text: own, children, attributes }: XmlElement): unknown {
    const described = Object.entries(attributes).map(([name, value]): [string, unknown] => [`@${name}`, value]);
    for (const [name, elements] of Map.groupBy(children, (child) => child.name)) {
        const contents = elements.map(plain);
        described.push([name, contents.length === 1 ? contents[0] : contents]);
    }
    return described.length === 0 ? own : Object.fromEntries(described);
}

/** Reads one metadata file's root element. */
export function readMetadata<Shape extends z.ZodType>(file: string, root: string, shape: Shape): z.output<Shape> {
    const result = shape.safeParse(plain(readMetadataFile(file, root)));
    if (!result.success) {
        throw new MetadataError(file, `does not read as ${root}: ${z.prettifyError(result.error)}`);
    }
    return result.data;
}
