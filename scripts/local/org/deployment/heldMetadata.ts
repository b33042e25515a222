import { readFileSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf } from '../../metadata/xml.ts';
import { readMetadataRoot, requiredTextOf } from '../../metadata/readMetadata.ts';

/** One component as the Metadata API lists it. */
export interface Component {
    readonly type: string;
    readonly fullName: string;
}

/** The metadata that the org was started with, compared with what a deployment brings. */
export interface HeldMetadata {
    readonly components: readonly Component[];
    /**
     * What the org holds for a file of the metadata format, by the content of each part; undefined when it holds nothing.
     * @param path such as `objects/ConVox_Call__c.object`
     */
    partsOf(path: string): ReadonlySet<string> | undefined;
    /** Text of a file beside metadata, such as a component's JavaScript: as it is now, for the console reloads it. */
    contentOf(path: string): Buffer | undefined;
}

/** Folders of source that become one file of the metadata format for each folder within. */
/** Files that list components: their type, the element, the components' own type, whether they bear the file's name in front. */
const LISTED: readonly (readonly [container: string, element: string, type: string, prefix: boolean])[] = [
    ['CustomLabels', 'labels', 'CustomLabel', false],
    ['SharingRules', 'sharingOwnerRules', 'SharingOwnerRule', true],
    ['SharingRules', 'sharingCriteriaRules', 'SharingCriteriaRule', true]
];

const COMPOSED = new Set(['objects', 'objectTranslations']);

/**
 * Reads the metadata when it is first asked for, as most orgs never are.
 * @param startedAt when the org read its metadata: what changed afterwards is not what it works with
 */
export function readHeldMetadata(folders: MetadataFolders, startedAt: Date): HeldMetadata {
    const files = metadataFiles(folders, '').map(({ file }) => file.replaceAll(sep, '/'));
    const roots = files
        .filter((file) => file.endsWith('-meta.xml') && statSync(file).mtime <= startedAt)
        .flatMap((file) => {
            const root = readMetadataRoot(file);
            return root ? [{ file, root }] : [];
        });
    return {
        components: roots.flatMap(({ file, root }) => [
            { type: root.name, fullName: fullNameOf(file) },
            ...componentsWithin(root, fullNameOf(file))
        ]),
        partsOf: (path) => {
            const key = keyOf(path);
            const [folder = ''] = path.split('/');
            const parts = roots.flatMap(({ file, root }) => {
                const place = file.lastIndexOf(`/${folder}/`);
                return place >= 0 && keyOf(file.slice(place + 1)) === key
                    ? [contentOfPart(root), ...partsIn(root)]
                    : [];
            });
            return parts.length === 0 ? undefined : new Set(parts);
        },
        contentOf: (path) => {
            const file = files.find((candidate) => candidate.endsWith(`/${path}`));
            return file === undefined ? undefined : readFileSync(file);
        }
    };
}

/** Components that a file lists, by the type that they have of their own. */
function componentsWithin(root: XmlElement, parent: string): Component[] {
    return LISTED.filter(([container]) => container === root.name).flatMap(([, element, type, prefix]) =>
        childrenOf(root, element).map((child) => ({
            type,
            fullName: `${prefix ? `${parent}.` : ''}${requiredTextOf(child, 'fullName')}`
        }))
    );
}

/** Contents of a document's elements, whatever they are called: in source, most are files of their own. */
export function partsIn(root: XmlElement): string[] {
    return root.children.map(contentOfPart);
}

/** The content of an element, the same for two that mean the same. */
function contentOfPart({ text, children }: XmlElement): string {
    if (children.length === 0) {
        return text;
    }
    const entries = [...Map.groupBy(children, ({ name }) => name)].map(
        ([name, elements]) => [name, elements.map(contentOfPart)] as const
    );
    return JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Which component a file of either format is of: its path without ending, or the folder that becomes one file. */
function keyOf(path: string): string {
    const bare = path.replace(/-meta\.xml$/, '').replace(/\.\w+$/, '');
    const [folder = '', name = ''] = bare.split('/');
    return folder === 'labels' ? folder : COMPOSED.has(folder) ? `${folder}/${name}` : bare;
}

function fullNameOf(file: string): string {
    const names = file.replace(/\.\w+-meta\.xml$/, '').split('/');
    const name = decodeURIComponent(names.at(-1) ?? '');
    const place = names.findLastIndex((part) => COMPOSED.has(part) || part === 'reports' || part === 'dashboards');
    const [parent = '', ...below] = names.slice(place + 1);
    const isWhole = place < 0 || below.length === 0 || name === parent;
    return isWhole ? name : `${parent}${names[place]?.startsWith('object') === true ? '.' : '/'}${name}`;
}
