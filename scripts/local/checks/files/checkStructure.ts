import type { Finding } from '../finding.ts';
import type { ElementShape, MetadataTypes, ValueShape } from '../read/metadataTypes.ts';
import type { Component, Project } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/**
 * Holds every metadata file against the Metadata API's schema, strictly: known elements, in schema order, each where it
 * may repeat, with values of their type, nothing required missing. An org itself forgives another order but never two
 * separated groups of the same element.
 */
export function checkStructure(project: Project, types: MetadataTypes): Finding[] {
    return [...project.unreadable, ...project.components.flatMap((component) => checkComponent(component, types))];
}

function checkComponent(component: Component, types: MetadataTypes): Finding[] {
    const { file, kind, root } = component;
    const namespace =
        root.attributes.xmlns === NAMESPACE
            ? []
            : [{ file, what: `<${root.name}> has no xmlns or another one`, mend: `Write xmlns="${NAMESPACE}".` }];
    return [...namespace, ...checkValue(root, kind.type ?? root.name, { file, types })];
}

interface Where {
    readonly file: string;
    readonly types: MetadataTypes;
}

function checkValue(element: XmlElement, type: string, where: Where): Finding[] {
    const shape = where.types.shapeOf(type);
    if (!shape) {
        return [finding(where, element, `${type} is no type of the Metadata API`, 'Correct the element.')];
    }
    if (shape.kind === 'elements') {
        return checkElements(element, type, shape.elements, where);
    }
    if (element.children.length > 0) {
        return [finding(where, element, `<${element.name}> holds elements, not text`, 'Keep the text only.')];
    }
    const wanted = wantedValue(shape, element.text);
    return wanted === undefined
        ? []
        : [finding(where, element, `<${element.name}> is "${element.text}"`, `Write ${wanted}.`)];
}

/** How a value of each kind is written, and in words. */
const WRITTEN: Readonly<Record<'boolean' | 'number' | 'moment', readonly [RegExp, string]>> = {
    boolean: [/^(?:true|false)$/, 'true or false'],
    number: [/^-?\d+(?:\.\d+)?$/, 'a number'],
    moment: [
        /^(?:\d{4}-\d{2}-\d{2}|\d{2}:\d{2}:\d{2}\.\d{3}Z|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/,
        'a date such as 2026-01-31, or a time such as 02:00:00.000Z'
    ]
};

/** What the value should have been; undefined when it is right. */
function wantedValue(shape: ValueShape, text: string): string | undefined {
    if (shape.kind === 'text' || shape.kind === 'elements') {
        return undefined;
    }
    if (shape.kind === 'words') {
        return shape.words.includes(text) ? undefined : `one of ${shape.words.slice(0, 12).join(', ')}`;
    }
    const [pattern, words] = WRITTEN[shape.kind];
    return pattern.test(text) ? undefined : words;
}

function checkElements(parent: XmlElement, type: string, shapes: readonly ElementShape[], where: Where): Finding[] {
    const position = new Map(shapes.map((shape, index) => [shape.name, { shape, index }]));
    const findings: Finding[] = [];
    let furthest: { name: string; index: number } | undefined;
    const seen = new Set<string>();
    for (const child of parent.children) {
        const found = position.get(child.name);
        if (!found) {
            const what = `<${child.name}> is not an element of ${type}`;
            findings.push(finding(where, child, what, 'Remove it or correct its name.'));
            continue;
        }
        findings.push(...checkPlace(child, found.shape, found.index, { furthest, seen, where }));
        seen.add(child.name);
        furthest = furthest && furthest.index > found.index ? furthest : { name: child.name, index: found.index };
        findings.push(...checkValue(child, found.shape.type, where));
    }
    const missing = shapes.filter((shape) => shape.required && !seen.has(shape.name));
    return [
        ...findings,
        ...missing.map(({ name }) => finding(where, parent, `<${parent.name}> lacks <${name}>`, `Add <${name}>.`))
    ];
}

interface Progress {
    readonly furthest: { name: string; index: number } | undefined;
    readonly seen: ReadonlySet<string>;
    readonly where: Where;
}

function checkPlace(child: XmlElement, shape: ElementShape, index: number, progress: Progress): Finding[] {
    const { furthest, seen, where } = progress;
    if (seen.has(child.name) && !shape.repeatable) {
        return [finding(where, child, `<${child.name}> occurs twice`, 'Keep one.')];
    }
    if (!furthest || index >= furthest.index) {
        return [];
    }
    return seen.has(child.name)
        ? [
              finding(
                  where,
                  child,
                  `<${child.name}> comes again behind <${furthest.name}>, which an org refuses`,
                  'Put all of them side by side.'
              )
          ]
        : [
              finding(
                  where,
                  child,
                  `<${child.name}> stands behind <${furthest.name}>`,
                  'Put it where a retrieved file has it: in schema order.'
              )
          ];
}

function finding(where: Where, element: XmlElement, what: string, mend: string): Finding {
    return { file: `${where.file}:${element.line}`, what, mend };
}
