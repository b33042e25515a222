import type { XmlElement } from './xml.ts';
import { childrenOf } from './xml.ts';
import type { Refuse } from './readMetadata.ts';
import { MetadataError, optionalTextOf, requiredTextOf, stopAtFirst } from './readMetadata.ts';

/** The text of a child element, which must be one of a few words. */
export function wordOf<Word extends string>(element: XmlElement, name: string, words: readonly Word[]): Word {
    const text = requiredTextOf(element, name);
    const word = words.find((candidate) => candidate === text);
    if (word === undefined) {
        throw new MetadataError(element, `the local org does not support <${name}>${text}</${name}>`);
    }
    return word;
}

/** The same for a child that may be left out. */
export function optionalWordOf<Word extends string>(
    element: XmlElement,
    name: string,
    words: readonly Word[]
): Word | undefined {
    return optionalTextOf(element, name) === undefined ? undefined : wordOf(element, name, words);
}

/** Refuses what the local org would otherwise leave out without a word. */
export function refuseUnknown(element: XmlElement, known: readonly string[], refuse: Refuse = stopAtFirst): void {
    const unknown = element.children.find(({ name }) => !known.includes(name));
    if (unknown) {
        refuse(new MetadataError(unknown, `the local org does not support <${unknown.name}> in <${element.name}>`));
    }
}

/** The only child with this name. */
export function onlyChildOf(element: XmlElement, name: string): XmlElement | undefined {
    const [child, second] = childrenOf(element, name);
    if (second) {
        throw new MetadataError(element, `<${name}> occurs twice in <${element.name}>`);
    }
    return child;
}

/** A number as metadata writes it, `33.0`; undefined when it is left out. */
export function decimalOf(element: XmlElement, name: string): number | undefined {
    const text = optionalTextOf(element, name);
    const number = Number(text);
    if (text !== undefined && Number.isNaN(number)) {
        throw new MetadataError(element, `<${name}> must be a number, not "${text}"`);
    }
    return text === undefined ? undefined : number;
}
