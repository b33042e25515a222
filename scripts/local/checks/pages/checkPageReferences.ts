import type { Finding } from '../finding.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { fieldAt, modelOf, valuesOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

/** Properties of Salesforce's components that name a component of the package, with its type. */
const NAMES_OF: Readonly<Record<string, string>> = { dashboardName: 'Dashboard', reportName: 'Report' };

/** `Record.Status__c` within `{!Record.Status__c}`. */
const RECORD_FIELD = /^\{!Record\.([\w.]+)\}$/;

/** What parts of Lightning pages refer to: reports, dashboards, related lists, and fields that decide what is shown. */
export function checkPageReferences(project: Project): Finding[] {
    const model = modelOf(project);
    return componentsOf(project, 'FlexiPage').flatMap((page) => {
        const elements = [...everyElement(page.root)];
        return [
            ...elements
                .filter(({ name }) => name === 'componentInstanceProperties')
                .flatMap((property) => checkProperty(property, page, project, model)),
            ...elements
                .filter(({ name }) => name === 'visibilityRule')
                .flatMap((rule) => childrenOf(rule, 'criteria'))
                .flatMap((criterion) => checkCriterion(criterion, page, model))
        ];
    });
}

function checkProperty(property: XmlElement, page: Component, project: Project, model: PackageModel): Finding[] {
    const file = `${page.file}:${property.line}`;
    const name = textOf(property, 'name');
    const value = textOf(property, 'value');
    const kind = NAMES_OF[name];
    if (kind !== undefined) {
        const isThere = componentsOf(project, kind).some((component) => component.name === value.split('/').at(-1));
        return isThere
            ? []
            : [{ file, what: `There is no ${kind.toLowerCase()} ${value}`, mend: 'Write its developer name.' }];
    }
    const object = textOf(page.root, 'sobjectType');
    return name === 'relatedListApiName' && !isRelatedList(value, object, model)
        ? [{ file, what: `${object} has no related list ${value}`, mend: 'Write a relationship name with __r.' }]
        : [];
}

/** Salesforce's own lists have no ending; those of lookups of the package end in __r. */
function isRelatedList(name: string, object: string, model: PackageModel): boolean {
    return !name.endsWith('__r') || model.get(object)?.children.some((child) => child.name === name) === true;
}

function checkCriterion(criterion: XmlElement, page: Component, model: PackageModel): Finding[] {
    const object = textOf(page.root, 'sobjectType');
    const [, path] = RECORD_FIELD.exec(textOf(criterion, 'leftValue')) ?? [];
    if (path === undefined) {
        return [];
    }
    const file = `${page.file}:${criterion.line}`;
    const field = fieldAt(model, object, path);
    const value = textOf(criterion, 'rightValue');
    if (!field) {
        return [{ file, what: `${object} has no field ${path}`, mend: 'Name a field of the object.' }];
    }
    const values = valuesOf(field);
    return values.length === 0 || value === '' || values.includes(value)
        ? []
        : [{ file, what: `"${value}" is not in the picklist ${path}`, mend: `Use one of ${values.join(', ')}.` }];
}
