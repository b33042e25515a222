import { bundlesOf } from '../read/bundles.ts';
import type { Finding } from '../finding.ts';
import { modelOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

const TARGET_OF_PAGE: Readonly<Record<string, string>> = {
    UtilityBar: 'lightning__UtilityBar',
    RecordPage: 'lightning__RecordPage',
    AppPage: 'lightning__AppPage',
    HomePage: 'lightning__HomePage'
};
const FACET_PROPERTIES = /^(body|columns|tabs)$/;
const STANDARD_TAB = /^standard-[A-Za-z]+$/;

/** Lightning pages, apps and tabs: components that may stand where they are put, facets, pages and tabs that exist. */
export function checkPages(project: Project): Finding[] {
    return [
        ...componentsOf(project, 'FlexiPage').flatMap((page) => checkPage(page, project)),
        ...componentsOf(project, 'CustomApplication').flatMap((app) => checkApp(app, project)),
        ...componentsOf(project, 'CustomTab').flatMap((tab) => checkTab(tab, project))
    ];
}

function checkPage(page: Component, project: Project): Finding[] {
    const { file, root } = page;
    const instances = [...everyElement(root)].filter(({ name }) => name === 'componentInstance');
    const regions = new Set(childrenOf(root, 'flexiPageRegions').map((region) => textOf(region, 'name')));
    const object = textOf(root, 'sobjectType');
    const identifiers = instances.map((instance) => textOf(instance, 'identifier'));
    const twice = identifiers.filter((identifier, index) => identifiers.indexOf(identifier) !== index);
    return [
        ...instances.flatMap((instance) => checkPlacement(instance, page, project)),
        ...instances.flatMap((instance) => checkFacets(instance, regions, file)),
        ...twice.map((name) => ({ file, what: `The identifier ${name} occurs twice`, mend: 'Make it unique.' })),
        ...(object === '' || modelOf(project).has(object)
            ? []
            : [{ file, what: `There is no object ${object}`, mend: 'Correct <sobjectType>.' }])
    ];
}

function checkPlacement(instance: XmlElement, page: Component, project: Project): Finding[] {
    const name = textOf(instance, 'componentName');
    if (name.includes(':')) {
        return [];
    }
    const file = `${page.file}:${instance.line}`;
    const bundle = bundlesOf(project).find((candidate) => candidate.name === name);
    if (!bundle) {
        return [{ file, what: `There is no component ${name}`, mend: 'Name a bundle of the package.' }];
    }
    const target = TARGET_OF_PAGE[textOf(page.root, 'type')] ?? '';
    return bundle.targets.includes(target)
        ? []
        : [{ file, what: `${name} may not stand on this page`, mend: `Add the target ${target} to its js-meta.xml.` }];
}

function checkFacets(instance: XmlElement, regions: ReadonlySet<string>, file: string): Finding[] {
    return childrenOf(instance, 'componentInstanceProperties')
        .filter((property) => FACET_PROPERTIES.test(textOf(property, 'name')))
        .filter((property) => !regions.has(textOf(property, 'value')))
        .map((property) => ({
            file: `${file}:${property.line}`,
            what: `There is no region ${textOf(property, 'value')}`,
            mend: 'Name a <flexiPageRegions> of this page.'
        }));
}

function checkApp(app: Component, project: Project): Finding[] {
    const { file, root } = app;
    const pages = componentsOf(project, 'FlexiPage');
    const bar = textOf(root, 'utilityBar');
    const tabs = childrenOf(root, 'tabs').map(({ text }) => text);
    const mapped = childrenOf(root, 'workspaceConfig')
        .flatMap((config) => childrenOf(config, 'mappings'))
        .map((mapping) => textOf(mapping, 'tab'));
    return [
        ...childrenOf(root, 'actionOverrides').flatMap((override) => checkOverride(override, pages, file)),
        ...(bar === '' || pages.some((page) => page.name === bar && textOf(page.root, 'type') === 'UtilityBar')
            ? []
            : [{ file, what: `There is no utility bar ${bar}`, mend: 'Correct <utilityBar>.' }]),
        ...tabs
            .filter((tab) => !tabExists(tab, project))
            .map((tab) => ({ file, what: `There is no tab ${tab}`, mend: 'Add the tab or leave it out.' })),
        ...tabs
            .filter((tab) => mapped.length > 0 && !mapped.includes(tab))
            .map((tab) => ({ file, what: `The tab ${tab} has no mapping`, mend: 'Add it to <workspaceConfig>.' }))
    ];
}

function checkOverride(override: XmlElement, pages: readonly Component[], file: string): Finding[] {
    const name = textOf(override, 'content');
    const object = textOf(override, 'pageOrSobjectType');
    const page = pages.find((candidate) => candidate.name === name);
    return page && textOf(page.root, 'sobjectType') === object
        ? []
        : [{ file: `${file}:${override.line}`, what: `${name} is no page of ${object}`, mend: 'Name a page of it.' }];
}

function checkTab({ file, root, name }: Component, project: Project): Finding[] {
    const page = textOf(root, 'flexiPage');
    const isAppPage = ({ name: one, root: found }: Component): boolean =>
        one === page && textOf(found, 'type') === 'AppPage';
    return [
        ...(textOf(root, 'customObject') === 'true' && !modelOf(project).has(name)
            ? [{ file, what: `There is no object ${name}`, mend: 'Name the file after an object.' }]
            : []),
        ...(page === '' || componentsOf(project, 'FlexiPage').some(isAppPage)
            ? []
            : [{ file, what: `There is no app page ${page}`, mend: 'Name a page of the type AppPage.' }])
    ];
}

/** Whether a tab can be named in an app or a permission set. */
export function tabExists(tab: string, project: Project): boolean {
    return STANDARD_TAB.test(tab) || componentsOf(project, 'CustomTab').some(({ name }) => name === tab);
}
