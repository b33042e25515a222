import type { Finding } from '../finding.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { fieldAt, modelOf, valuesOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

// List views and related lists call standard fields by names of their own.
const LIST_TOKENS =
    /^(NAME|OWNER\.ALIAS|CORE\.USERS\.ALIAS|CREATED_DATE|LAST_UPDATE|CREATEDBY_USER\.ALIAS|UPDATEDBY_USER\.ALIAS)$/;
const STANDARD_LISTS = /^Related[A-Za-z]+List$/;
const COLUMNS: Readonly<Record<string, number>> = { OneColumn: 1, TwoColumnsTopToBottom: 2, TwoColumnsLeftToRight: 2 };

/** Page layouts, list views, compact layouts and search layouts name fields, lists and values that exist. */
export function checkLayouts(project: Project): Finding[] {
    const model = modelOf(project);
    return [
        ...componentsOf(project, 'Layout').flatMap((layout) => checkLayout(layout, model)),
        ...componentsOf(project, 'ListView').flatMap((view) => checkListView(view, model)),
        ...componentsOf(project, 'CompactLayout').flatMap((layout) =>
            missingFields(layout, model, layout.object, childrenOf(layout.root, 'fields'))
        ),
        ...componentsOf(project, 'CustomObject').flatMap((object) => checkObject(object, model))
    ];
}

function checkLayout(layout: Component, model: PackageModel): Finding[] {
    const { file, root, name } = layout;
    const object = name.slice(0, name.indexOf('-'));
    if (!model.has(object)) {
        return [
            { file, what: `There is no object ${object}`, mend: 'Begin the file name with the object and a dash.' }
        ];
    }
    const items = [...everyElement(root)].filter((element) => element.name === 'layoutItems');
    const shown = new Set(items.map((item) => textOf(item, 'field')));
    const required = [...(model.get(object)?.fields.values() ?? [])].filter((field) => field.required);
    return [
        ...missingFields(
            layout,
            model,
            object,
            items.flatMap((item) => childrenOf(item, 'field'))
        ),
        ...required
            .filter((field) => field.file !== undefined && !shown.has(field.name))
            .map((field) => ({
                file,
                what: `The required field ${field.name} is missing`,
                mend: 'Put it on the page.'
            })),
        ...childrenOf(root, 'layoutSections').flatMap((section) => checkSection(section, file)),
        ...childrenOf(root, 'relatedLists').flatMap((list) => checkRelatedList(list, layout, model))
    ];
}

function checkSection(section: XmlElement, file: string): Finding[] {
    const style = textOf(section, 'style');
    const columns = childrenOf(section, 'layoutColumns').length;
    const wanted = COLUMNS[style];
    return wanted === undefined || wanted === columns
        ? []
        : [{ file: `${file}:${section.line}`, what: `${style} with ${columns} columns`, mend: `Give it ${wanted}.` }];
}

function checkRelatedList(list: XmlElement, layout: Component, model: PackageModel): Finding[] {
    const name = textOf(list, 'relatedList');
    if (STANDARD_LISTS.test(name)) {
        return [];
    }
    const [child = '', lookup = ''] = name.split('.');
    return fieldAt(model, child, lookup)
        ? missingFields(layout, model, child, childrenOf(list, 'fields'))
        : [
              {
                  file: `${layout.file}:${list.line}`,
                  what: `There is no related list ${name}`,
                  mend: 'Write the child object and its lookup: Child__c.Parent__c.'
              }
          ];
}

function checkListView(view: Component, model: PackageModel): Finding[] {
    const filters = childrenOf(view.root, 'filters');
    const named = [...childrenOf(view.root, 'columns'), ...filters.flatMap((filter) => childrenOf(filter, 'field'))];
    return [
        ...missingFields(view, model, view.object, named),
        ...filters.flatMap((filter) => {
            const values = valuesOf(fieldAt(model, view.object, textOf(filter, 'field')));
            const unknown = textOf(filter, 'value')
                .split(',')
                .filter((value) => values.length > 0 && !values.includes(value));
            return unknown.map((value) => ({
                file: `${view.file}:${filter.line}`,
                what: `"${value}" is not in the picklist`,
                mend: `Use one of ${values.join(', ')}.`
            }));
        })
    ];
}

function checkObject(object: Component, model: PackageModel): Finding[] {
    const searched = childrenOf(object.root, 'searchLayouts').flatMap(({ children }) => children);
    return missingFields(object, model, object.name, searched);
}

function missingFields(
    holder: Component,
    model: PackageModel,
    object: string,
    named: readonly XmlElement[]
): Finding[] {
    return named
        .filter(({ text }) => !LIST_TOKENS.test(text) && !fieldAt(model, object, text))
        .map(({ text, line }) => ({
            file: `${holder.file}:${line}`,
            what: `${object} has no field ${text}`,
            mend: 'Name a field of the object.'
        }));
}
