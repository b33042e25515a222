import type { Finding } from '../finding.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { fieldAt, modelOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

const SYSTEM = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);
const LONG = new Set(['LongTextArea', 'Html', 'MultiselectPicklist']);

/**
 * What an org refuses about the fields of layouts and lists though each exists: required ones that may be left out,
 * read-only ones that can be edited, one twice, long texts where only short ones fit.
 */
export function checkLayoutItems(project: Project): Finding[] {
    const model = modelOf(project);
    const shortOnly = (holder: Component, object: string, named: readonly XmlElement[]): Finding[] =>
        longOnes(holder, object, named, model);
    return [
        ...componentsOf(project, 'Layout').flatMap((layout) => checkLayout(layout, model)),
        ...componentsOf(project, 'CompactLayout').flatMap((layout) => [
            ...shortOnly(layout, layout.object, childrenOf(layout.root, 'fields')),
            ...repeated(layout, childrenOf(layout.root, 'fields'))
        ]),
        ...componentsOf(project, 'ListView').flatMap((view) => [
            ...shortOnly(
                view,
                view.object,
                childrenOf(view.root, 'filters').flatMap((filter) => childrenOf(filter, 'field'))
            ),
            ...repeated(view, childrenOf(view.root, 'columns'))
        ]),
        ...componentsOf(project, 'CustomObject').flatMap((object) =>
            shortOnly(
                object,
                object.name,
                childrenOf(object.root, 'searchLayouts').flatMap(({ children }) => children)
            )
        )
    ];
}

function checkLayout(layout: Component, model: PackageModel): Finding[] {
    const object = layout.name.slice(0, layout.name.indexOf('-'));
    const items = [...everyElement(layout.root)].filter(({ name }) => name === 'layoutItems');
    const fields = items.flatMap((item) => childrenOf(item, 'field'));
    const lists = childrenOf(layout.root, 'relatedLists').flatMap((list) => childrenOf(list, 'relatedList'));
    return [
        ...items.flatMap((item) => checkBehavior(item, layout, model, object)),
        ...repeated(layout, fields),
        ...repeated(layout, lists)
    ];
}

function checkBehavior(item: XmlElement, layout: Component, model: PackageModel, object: string): Finding[] {
    const field = fieldAt(model, object, textOf(item, 'field'));
    const behavior = textOf(item, 'behavior');
    const wanted = field && wantedBehavior(field, model.get(object)?.custom === true);
    return wanted === undefined || behavior === wanted
        ? []
        : [
              {
                  file: `${layout.file}:${item.line}`,
                  what: `${field?.name ?? ''} is ${behavior || 'nothing'} and must be ${wanted}`,
                  mend: `Write <behavior>${wanted}</behavior>.`
              }
          ];
}

/** undefined where the layout is free to choose. */
function wantedBehavior(
    { name, required, formula, type, file, nameField }: FieldSchema,
    isOfPackage: boolean
): string | undefined {
    if (nameField && isOfPackage) {
        return type === 'Text' ? 'Required' : 'Readonly';
    }
    if (SYSTEM.has(name) || formula || type === 'AutoNumber') {
        return 'Readonly';
    }
    return required && file !== undefined ? 'Required' : undefined;
}

function repeated({ file }: Component, named: readonly XmlElement[]): Finding[] {
    return named
        .filter(({ text }, index) => named.findIndex((other) => other.text === text) !== index)
        .map(({ text, line }) => ({ file: `${file}:${line}`, what: `${text} is there twice`, mend: 'Keep one.' }));
}

function longOnes({ file }: Component, object: string, named: readonly XmlElement[], model: PackageModel): Finding[] {
    return named
        .filter(({ text }) => LONG.has(fieldAt(model, object, text)?.type ?? ''))
        .map(({ text, line }) => ({
            file: `${file}:${line}`,
            what: `${text} is too long a text for this place`,
            mend: 'Name another field.'
        }));
}
