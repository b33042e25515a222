import { readFileSync, statSync } from 'node:fs';
import { isAskedAgain } from './metadataFiles.ts';
import type { XmlElement } from './xml.ts';
import { childrenOf, parseXml } from './xml.ts';

/** Metadata that somebody has to read and cannot: names the file and what in it stands in the way. */
export class MetadataError extends Error {
    constructor(file: string, problem: string) {
        super(`${file}: ${problem}`);
        this.name = 'MetadataError';
    }
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
        throw new MetadataError(element.file, `<${name}> occurs ${others.length + 1} times in <${element.name}>`);
    }
    return found?.text || undefined;
}

export function requiredTextOf(element: XmlElement, name: string): string {
    const text = optionalTextOf(element, name);
    if (text === undefined) {
        throw new MetadataError(element.file, `<${element.name}> needs <${name}>`);
    }
    return text;
}

export function booleanOf(element: XmlElement, name: string): boolean {
    const text = optionalTextOf(element, name);
    if (text !== undefined && text !== 'true' && text !== 'false') {
        throw new MetadataError(element.file, `<${name}> must be true or false, not "${text}"`);
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
        throw new MetadataError(element.file, `<${name}> must be a whole number, not "${text}"`);
    }
    return number;
}
