import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element of a metadata file, children in document order. */
export interface XmlElement {
    /** Where it was read, as errors call it. */
    readonly file: string;
    readonly name: string;
    /** Text without the blanks around it; empty for an element with children. */
    readonly text: string;
    readonly children: readonly XmlElement[];
    readonly attributes: Readonly<Record<string, string>>;
    /** From 1; where the element begins. */
    readonly line: number;
}

export type ParsedXml = { readonly root: XmlElement } | { readonly problem: string; readonly line: number };

const ATTRIBUTES = ':@';

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    captureMetaData: true
});

/** Parses one XML document. Says in words where it is not well-formed. @param file what it is called in errors */
export function parseXml(file: string, text: string): ParsedXml {
    const valid = XMLValidator.validate(text);
    if (valid !== true) {
        return { problem: valid.err.msg, line: valid.err.line };
    }
    const parsed: unknown = parser.parse(text);
    const root = elementsOf(file, parsed, lineFinder(text))[0];
    return root ? { root } : { problem: 'The file holds no element.', line: 1 };
}

/** All children with this name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
    return element.children.filter((child) => child.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((child) => child.name === name);
}

/** Text of the first child with this name, '' when there is none. */
export function textOf(element: XmlElement, name: string): string {
    return childOf(element, name)?.text ?? '';
}

/** The element and everything below it, in document order. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
    yield element;
    for (const child of element.children) {
        yield* everyElement(child);
    }
}

/** Elements are met in the order in which they begin, so the line breaks are counted once, from one to the next. */
function lineFinder(text: string): (index: number) => number {
    let line = 1;
    let next = text.indexOf('\n');
    return (index) => {
        while (next >= 0 && next < index) {
            line += 1;
            next = text.indexOf('\n', next + 1);
        }
        return line;
    };
}

function elementsOf(file: string, nodes: unknown, lineAt: (index: number) => number): XmlElement[] {
    return list(nodes).flatMap((node) => {
        const parts = record(node);
        const name = Object.keys(parts).find((key) => key !== ATTRIBUTES);
        if (name === undefined || name.startsWith('#')) {
            return [];
        }
        const line = lineAt(startOf(node));
        const content = list(parts[name]);
        const children = elementsOf(file, content, lineAt);
        const text = content.map((part) => written(record(part)['#text'])).join('');
        return [
            {
                file,
                name,
                text: children.length > 0 ? '' : text.trim(),
                children,
                attributes: attributesOf(parts[ATTRIBUTES]),
                line
            }
        ];
    });
}

function startOf(node: unknown): number {
    // The parser keeps where an element begins under a symbol.
    const [symbol] = typeof node === 'object' && node !== null ? Object.getOwnPropertySymbols(node) : [];
    const start = symbol && record(Reflect.get(Object(node), symbol)).startIndex;
    return typeof start === 'number' ? start : 0;
}

function written(value: unknown): string {
    return typeof value === 'string' ? value : '';
}

function attributesOf(value: unknown): Record<string, string> {
    return Object.fromEntries(Object.entries(record(value)).map(([name, text]) => [name, String(text)]));
}

function record(value: unknown): Record<string, unknown> {
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function list(value: unknown): unknown[] {
    return Array.isArray(value) ? value : [];
}
