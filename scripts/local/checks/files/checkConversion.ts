import { basename, dirname } from 'node:path';
import { bundlesOf } from '../read/bundles.ts';
import type { Conversion } from './convertPackage.ts';
import type { Finding } from '../finding.ts';
import { labelsOf } from '../read/labels.ts';
import type { Component, Project } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, parseXml, textOf } from '../../metadata/xml.ts';

const MANIFEST = 'package.xml';

/** What may lie in the folder of a component when it goes up to an org. */
const BUNDLE_FILE = /\.(css|html|js|js-meta\.xml|json|svg)$/;

const inFolder = ({ file, name }: Component): string => `${basename(dirname(file))}/${name}`;

/**
 * Types with another manifest entry than `<type>:<name>`; undefined for those that go up inside another one. Folders are
 * named as what they hold; the slash at the end says that the folder itself is meant.
 */
const MEMBER_OF: Readonly<Record<string, (component: Component) => string | undefined>> = {
    CustomLabels: () => 'CustomLabels:CustomLabels',
    CustomFieldTranslation: () => undefined,
    Dashboard: (component) => `Dashboard:${inFolder(component)}`,
    DashboardFolder: ({ name }) => `Dashboard:${name}/`,
    Report: (component) => `Report:${inFolder(component)}`,
    ReportFolder: ({ name }) => `Report:${name}/`
};

/** Where a folder goes up beside its contents, which an org refuses without it. */
const FOLDER_FILE: Readonly<Record<string, string>> = { DashboardFolder: 'dashboards', ReportFolder: 'reports' };

/**
 * What the Salesforce CLI makes of the sources is exactly what lies there: every component once and none besides, all
 * labels, fields and translations in their parents, components without sources and tests, groups of elements in one
 * piece.
 */
export function checkConversion(project: Project, conversion: Conversion): Finding[] {
    if ('problem' in conversion) {
        return [
            { file: 'force-app', what: `The CLI cannot convert it: ${conversion.problem}`, mend: 'Correct the source.' }
        ];
    }
    const roots = rootsOf(conversion.files);
    return [
        ...checkMembers(project, membersOf(roots.get(MANIFEST))),
        ...checkParents(project, roots),
        ...checkFolders(project, conversion.files),
        ...checkBundles(project, conversion.files),
        ...[...roots].flatMap(([file, root]) => checkGroups(file, root))
    ];
}

function rootsOf(files: ReadonlyMap<string, string>): Map<string, XmlElement> {
    return new Map(
        [...files]
            .filter(([path]) => !path.startsWith('lwc/') && !/\.page$/.test(path))
            .flatMap(([path, text]) => {
                const parsed = parseXml(path, text);
                return 'root' in parsed ? [[path, parsed.root] as const] : [];
            })
    );
}

/** `CustomField:ConVox_Call__c.Status__c` for every entry of the manifest. */
function membersOf(manifest: XmlElement | undefined): Set<string> {
    const types = manifest ? childrenOf(manifest, 'types') : [];
    return new Set(
        types.flatMap((type) => childrenOf(type, 'members').map(({ text }) => `${textOf(type, 'name')}:${text}`))
    );
}

function checkMembers(project: Project, members: ReadonlySet<string>): Finding[] {
    const expected = expectedMembers(project);
    return [
        ...[...expected]
            .filter(([member]) => !members.has(member))
            .map(([member, file]) => ({
                file,
                what: `The CLI does not send ${member}`,
                mend: 'Put the file where the CLI looks for it, under the name it wants.'
            })),
        ...[...members]
            .filter((member) => !expected.has(member))
            .map((member) => ({
                file: 'force-app',
                what: `The CLI sends ${member}, which is no component of the package`,
                mend: 'Remove it, or keep it back in .forceignore.'
            }))
    ];
}

/** Sharing rules go up one by one. */
const RULE_KINDS = { sharingCriteriaRules: 'SharingCriteriaRule', sharingOwnerRules: 'SharingOwnerRule' } as const;

/** Files by manifest entry. */
function expectedMembers(project: Project): Map<string, string> {
    const own = project.components.flatMap((component): [string, string][] => {
        const { kind, object, name, file } = component;
        const special = MEMBER_OF[kind.root];
        const member = special ? special(component) : `${kind.root}:${object === '' ? name : `${object}.${name}`}`;
        return member === undefined ? [] : [[member, file]];
    });
    const labels = labelsOf(project).map(({ name, file }): [string, string] => [`CustomLabel:${name}`, file]);
    const rules = project.components
        .filter(({ kind }) => kind.root === 'SharingRules')
        .flatMap(({ root, name, file }) =>
            Object.entries(RULE_KINDS).flatMap(([element, kind]) =>
                childrenOf(root, element).map((rule): [string, string] => [
                    `${kind}:${name}.${textOf(rule, 'fullName')}`,
                    file
                ])
            )
        );
    const bundles = bundlesOf(project).map(({ name, description }): [string, string] => [
        `LightningComponentBundle:${name}`,
        description
    ]);
    return new Map([...own, ...labels, ...rules, ...bundles]);
}

interface Parent {
    readonly path: string;
    readonly element: string;
    /** Names a part within its parent. */
    readonly key: string;
}

function parentOf({ kind, object }: Component): Parent | undefined {
    switch (kind.root) {
        case 'CustomField':
            return { path: `objects/${object}.object`, element: 'fields', key: 'fullName' };
        case 'ListView':
            return { path: `objects/${object}.object`, element: 'listViews', key: 'fullName' };
        case 'CompactLayout':
            return { path: `objects/${object}.object`, element: 'compactLayouts', key: 'fullName' };
        case 'ValidationRule':
            return { path: `objects/${object}.object`, element: 'validationRules', key: 'fullName' };
        case 'CustomFieldTranslation':
            return { path: `objectTranslations/${object}.objectTranslation`, element: 'fields', key: 'name' };
        default:
            return undefined;
    }
}

/** Parts that go up in another file must be in it. */
function checkParents(project: Project, roots: ReadonlyMap<string, XmlElement>): Finding[] {
    const missing = (part: { file: string; name: string }, { path, element, key }: Parent): Finding[] => {
        const root = roots.get(path);
        const found = root && childrenOf(root, element).some((child) => textOf(child, key) === part.name);
        return found
            ? []
            : [{ file: part.file, what: `The CLI leaves ${part.name} out of ${path}`, mend: 'Compare its place.' }];
    };
    const labels = { path: 'labels/CustomLabels.labels', element: 'labels', key: 'fullName' };
    return [
        ...project.components.flatMap((component) => {
            const parent = parentOf(component);
            return parent ? missing(component, parent) : [];
        }),
        ...labelsOf(project).flatMap((label) => missing(label, labels))
    ];
}

function checkFolders(project: Project, files: ReadonlyMap<string, string>): Finding[] {
    return project.components.flatMap(({ kind, name, file }) => {
        const folder = FOLDER_FILE[kind.root];
        const path = `${folder ?? ''}/${name}-meta.xml`;
        return folder === undefined || files.has(path)
            ? []
            : [{ file, what: `The CLI sends no ${path}`, mend: 'Put the file beside the folder, under its name.' }];
    });
}

function checkBundles(project: Project, files: ReadonlyMap<string, string>): Finding[] {
    const sent = [...files.keys()].filter((path) => path.startsWith('lwc/'));
    return [
        ...sent
            .filter((path) => !BUNDLE_FILE.test(path) || dirname(path).split('/').length !== 2)
            .map((path) => ({
                file: path,
                what: 'The CLI sends a file that an org does not take',
                mend: 'Keep it back in .forceignore.'
            })),
        ...bundlesOf(project)
            .filter(({ name }) => !files.has(`lwc/${name}/${name}.js`))
            .map(({ description, name }) => ({
                file: description,
                what: `The CLI sends ${name} without code`,
                mend: 'Run `npm run build` first, and do not keep *.js back.'
            }))
    ];
}

/** An org takes elements in any order, but those of one name only side by side. */
function checkGroups(file: string, root: XmlElement): Finding[] {
    const ended = new Set<string>();
    return root.children.flatMap(({ name, line }, index) => {
        const before = root.children[index - 1]?.name;
        if (before !== undefined && before !== name) {
            ended.add(before);
        }
        return before !== name && ended.has(name)
            ? [{ file: `${file}:${line}`, what: `<${name}> comes again after others`, mend: 'Look at its sources.' }]
            : [];
    });
}
