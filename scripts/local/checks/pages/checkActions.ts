import { bundlesOf } from '../read/bundles.ts';
import type { Finding } from '../finding.ts';
import { modelOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

/**
 * Salesforce's own buttons that every org has for these objects. Actions of Chatter are left out on purpose: where
 * Chatter is off, an org refuses the layout.
 */
const STANDARD_BUTTONS = new Set(['ChangeOwnerOne', 'Clone', 'Convert', 'Delete', 'Edit', 'PrintableView', 'Share']);

/** Quick actions run a component that can be one, and pages and layouts list actions that exist for their object. */
export function checkActions(project: Project): Finding[] {
    const actions = componentsOf(project, 'QuickAction');
    const names = new Set(actions.map(({ name }) => name));
    const lists = [...layoutActions(project), ...pageActions(project)];
    const placed = new Set(lists.map(({ name }) => name));
    return [
        ...actions.flatMap((action) => checkAction(action, project)),
        ...actions
            .filter(({ name }) => !placed.has(name))
            .map(({ file, name }) => ({
                file,
                what: `No page and no layout shows ${name}`,
                mend: 'List it in <platformActionList> or in actionNames.'
            })),
        ...lists.flatMap((listed) => checkListed(listed, names)),
        ...componentsOf(project, 'Layout').flatMap(checkOrder)
    ];
}

function checkAction({ file, root, name }: Component, project: Project): Finding[] {
    const [object = ''] = name.split('.');
    const component = textOf(root, 'lightningWebComponent');
    const bundle = bundlesOf(project).find((candidate) => candidate.name === component);
    const subtype = textOf(root, 'actionSubtype');
    const actionType = bundle?.configs.find((config) => config.actionType !== '')?.actionType;
    const unknownObject = modelOf(project).has(object)
        ? []
        : [{ file, what: `There is no object ${object}`, mend: 'Begin the name with the object and a dot.' }];
    if (textOf(root, 'type') !== 'LightningWebComponent') {
        return [...unknownObject, { file, what: 'The action runs no component', mend: 'Look its type up first.' }];
    }
    if (!bundle) {
        return [...unknownObject, { file, what: `There is no component ${component}`, mend: 'Name a bundle.' }];
    }
    return [
        ...unknownObject,
        ...(actionType === subtype
            ? []
            : [
                  {
                      file,
                      what: `${component} is ${actionType ?? 'no action'}, the action says ${subtype || 'nothing'}`,
                      mend: 'Make <actionSubtype> and the actionType of the component the same.'
                  }
              ])
    ];
}

interface ListedAction {
    readonly name: string;
    readonly isQuickAction: boolean;
    /** Whose records the page or layout shows. */
    readonly object: string;
    readonly file: string;
}

function layoutActions(project: Project): ListedAction[] {
    return componentsOf(project, 'Layout').flatMap(({ file, root, name }) =>
        [...everyElement(root)]
            .filter((element) => element.name === 'platformActionListItems')
            .map((item) => ({
                name: textOf(item, 'actionName'),
                isQuickAction: textOf(item, 'actionType') === 'QuickAction',
                object: name.slice(0, name.indexOf('-')),
                file: `${file}:${item.line}`
            }))
    );
}

function pageActions(project: Project): ListedAction[] {
    return componentsOf(project, 'FlexiPage').flatMap(({ file, root }) =>
        [...everyElement(root)]
            .filter((element) => textOf(element, 'name') === 'actionNames')
            .flatMap((property) => childrenOf(property, 'valueList').flatMap((list) => list.children))
            .map((item) => ({
                name: textOf(item, 'value'),
                isQuickAction: textOf(item, 'value').includes('.'),
                object: textOf(root, 'sobjectType'),
                file: `${file}:${item.line}`
            }))
    );
}

function checkListed({ name, isQuickAction, object, file }: ListedAction, own: ReadonlySet<string>): Finding[] {
    if (!isQuickAction) {
        return STANDARD_BUTTONS.has(name)
            ? []
            : [{ file, what: `Nobody has looked the button ${name} up`, mend: 'Add it to checkActions.ts.' }];
    }
    if (!own.has(name)) {
        return [{ file, what: `There is no quick action ${name}`, mend: 'List actions of the package only.' }];
    }
    return name.startsWith(`${object}.`)
        ? []
        : [{ file, what: `${name} is no action of ${object}`, mend: 'List the actions of the object.' }];
}

/** An org wants the actions of a layout numbered from 0. */
function checkOrder({ file, root }: Component): Finding[] {
    const list = childOf(root, 'platformActionList');
    const numbers = list ? childrenOf(list, 'platformActionListItems').map(sortOrderOf) : [];
    return numbers.every((number, index) => number === index)
        ? []
        : [{ file, what: `The actions are numbered ${numbers.join(', ')}`, mend: 'Number them 0, 1, 2, ...' }];
}

function sortOrderOf(item: XmlElement): number {
    return Number(textOf(item, 'sortOrder'));
}
