import { readFileSync, statSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { isAskedAgain } from './metadataFiles.ts';

/** Thrown while the org starts: names the file and what in it the local org cannot work with. */
export class MetadataError extends Error {
    constructor(file: string, problem: string) {
        super(`${file}: ${problem}`);
        this.name = 'MetadataError';
    }
}

/** One XML element: its text, and its child elements by name in document order. */
export interface XmlElement {
    readonly file: string;
    readonly name: string;
    readonly text: string;
    readonly children: ReadonlyMap<string, readonly XmlElement[]>;
}

const parser = new XMLParser({
    preserveOrder: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    trimValues: false,
    htmlEntities: false
});

// One process opens many orgs of the same package, above all in tests.
const parsedFiles = new Map<string, { readonly stamp: string; readonly root: XmlElement | undefined }>();

/** Parses a metadata file and checks its root element's name. A file that has not changed since is not parsed again. */
export function readMetadataFile(file: string, root: string): XmlElement {
    const element = readMetadataRoot(file);
    if (element?.name !== root) {
        throw new MetadataError(file, `expected <${root}> as the root element, found <${element?.name ?? 'nothing'}>`);
    }
    return element;
}

/** The root element of a metadata file of any type. */
export function readMetadataRoot(file: string): XmlElement | undefined {
    const known = parsedFiles.get(file);
    if (isAskedAgain(file) && known) {
        return known.root;
    }
    const { mtimeNs, size, ino } = statSync(file, { bigint: true });
    const stamp = `${mtimeNs} ${size} ${ino}`;
    if (known?.stamp === stamp) {
        return known.root;
    }
    const root = parseXml(file, readFileSync(file, 'utf8'));
    parsedFiles.set(file, { stamp, root });
    return root;
}

/** The root element of a document that came from elsewhere. @param file what it is called in errors */
export function parseXml(file: string, text: string): XmlElement | undefined {
    const parsed: unknown = parser.parse(text);
    return toElements(file, parsed).find((candidate) => candidate.name !== '#text');
}

/** Text of the only child with this name; undefined when there is none or it is blank. */
export function textOf(element: XmlElement, name: string): string | undefined {
    const found = element.children.get(name);
    if (found && found.length > 1) {
        throw new MetadataError(element.file, `<${name}> occurs ${found.length} times in <${element.name}>`);
    }
    return found?.[0]?.text || undefined;
}

export function requiredTextOf(element: XmlElement, name: string): string {
    const text = textOf(element, name);
    if (text === undefined) {
        throw new MetadataError(element.file, `<${element.name}> needs <${name}>`);
    }
    return text;
}

export function booleanOf(element: XmlElement, name: string): boolean {
    const text = textOf(element, name);
    if (text !== undefined && text !== 'true' && text !== 'false') {
        throw new MetadataError(element.file, `<${name}> must be true or false, not "${text}"`);
    }
    return text === 'true';
}

export function integerOf(element: XmlElement, name: string): number | undefined {
    const text = textOf(element, name);
    if (text === undefined) {
        return undefined;
    }
    const number = Number(text);
    if (!Number.isInteger(number)) {
        throw new MetadataError(element.file, `<${name}> must be a whole number, not "${text}"`);
    }
    return number;
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
    return element.children.get(name) ?? [];
}

function toElements(file: string, nodes: unknown): XmlElement[] {
    if (!Array.isArray(nodes)) {
        return [];
    }
    return nodes.flatMap((node: unknown) => {
        if (typeof node !== 'object' || node === null) {
            return [];
        }
        const [entry] = Object.entries(node);
        return entry ? [toElement(file, entry[0], entry[1])] : [];
    });
}

function toElement(file: string, name: string, content: unknown): XmlElement {
    if (!Array.isArray(content)) {
        return { file, name, text: String(content), children: new Map() };
    }
    const nested = toElements(file, content);
    const children = Map.groupBy(
        nested.filter((child) => child.name !== '#text'),
        (child) => child.name
    );
    const text = nested.filter((child) => child.name === '#text').map((child) => child.text);
    return { file, name, text: children.size > 0 ? '' : text.join('').trim(), children };
}
