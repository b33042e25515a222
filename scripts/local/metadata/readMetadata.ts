import { readFileSync, statSync } from 'node:fs';
import { isAskedAgain } from './metadataFiles.ts';
import type { XmlElement } from './xml.ts';
import { childrenOf, parseXml } from './xml.ts';

/** Metadata that somebody has to read and cannot: names the file with the line, and what stands in the way. */
export class MetadataError extends Error {
    readonly place: string;
    readonly problem: string;

    constructor(place: XmlElement | string, problem: string) {
        const where = typeof place === 'string' ? place : `${place.file}:${place.line}`;
        super(`${where}: ${problem}`);
        this.name = 'MetadataError';
        this.place = where;
        this.problem = problem;
    }
}

/** What becomes of something that cannot be read: an org stops at the first, the checks list them all. */
export type Refuse = (error: MetadataError) => void;

export const stopAtFirst: Refuse = (error) => {
    throw error;
};

/** What can be read of each. */
export function readEach<From, To>(items: readonly From[], read: (item: From) => To, refuse: Refuse): To[] {
    return items.flatMap((item) => {
        try {
            return [read(item)];
        } catch (error) {
            if (!(error instanceof MetadataError)) {
                throw error;
            }
            refuse(error);
            return [];
        }
    });
}

// One process opens many orgs of the same package, above all in tests.
const parsedFiles = new Map<string, { readonly stamp: string; readonly root: XmlElement }>();

/** Parses a metadata file and checks its root element's name. A file that has not changed since is not parsed again. */
export function readMetadataFile(file: string, root: string): XmlElement {
    const element = readMetadataRoot(file);
    if (element.name !== root) {
        throw new MetadataError(file, `expected <${root}> as the root element, found <${element.name}>`);
    }
    return element;
}

/** The root element of a metadata file of any type. */
export function readMetadataRoot(file: string): XmlElement {
    const known = parsedFiles.get(file);
    if (isAskedAgain(file) && known) {
        return known.root;
    }
    const { mtimeNs, size, ino } = statSync(file, { bigint: true });
    const stamp = `${mtimeNs} ${size} ${ino}`;
    if (known?.stamp === stamp) {
        return known.root;
    }
    const root = rootOf(file, readFileSync(file, 'utf8'));
    parsedFiles.set(file, { stamp, root });
    return root;
}

/** The root element of a document that came from elsewhere. @param file what it is called in errors */
export function rootOf(file: string, text: string): XmlElement {
    const parsed = parseXml(file, text);
    if ('problem' in parsed) {
        throw new MetadataError(`${file}:${parsed.line}`, parsed.problem);
    }
    return parsed.root;
}

/** Text of the only child with this name; undefined when there is none or it is blank. */
export function optionalTextOf(element: XmlElement, name: string): string | undefined {
    const [found, ...others] = childrenOf(element, name);
    if (others.length > 0) {
        throw new MetadataError(element, `<${name}> occurs ${others.length + 1} times in <${element.name}>`);
    }
    return found?.text || undefined;
}

export function requiredTextOf(element: XmlElement, name: string): string {
    const text = optionalTextOf(element, name);
    if (text === undefined) {
        throw new MetadataError(element, `<${element.name}> needs <${name}>`);
    }
    return text;
}

export function booleanOf(element: XmlElement, name: string): boolean {
    const text = optionalTextOf(element, name);
    if (text !== undefined && text !== 'true' && text !== 'false') {
        throw new MetadataError(element, `<${name}> must be true or false, not "${text}"`);
    }
    return text === 'true';
}

export function integerOf(element: XmlElement, name: string): number | undefined {
    const text = optionalTextOf(element, name);
    if (text === undefined) {
        return undefined;
    }
    const number = Number(text);
    if (!Number.isInteger(number)) {
        throw new MetadataError(element, `<${name}> must be a whole number, not "${text}"`);
    }
    return number;
}
