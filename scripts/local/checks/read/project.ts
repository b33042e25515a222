import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { packageParts } from '../../metadata/packageParts.ts';
import type { Finding } from '../finding.ts';
import { BUNDLE_SUFFIX, META_SUFFIX, metadataKinds } from './metadataKinds.ts';
import type { MetadataKind } from './metadataKinds.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { parseXml } from '../../metadata/xml.ts';

export const SCRATCH_DEFINITION = 'config/project-scratch-def.json';

/** One metadata file that could be parsed and is of a known kind. */
export interface Component {
    readonly file: string;
    readonly kind: MetadataKind;
    /** API name from the file's name: `Status__c`, `ConVox_Send_Command`, `ConVox_Call__c-Call Layout`. */
    readonly name: string;
    /**
     * The object that a child file (field, list view, compact layout, rule) belongs to, '' for others. A translated
     * field belongs to the translation of its object: `Contact-hi`.
     */
    readonly object: string;
    readonly root: XmlElement;
}

/** Everything the checks look at. Pure data: a test builds one from a few texts, `readProject` from the disk. */
export interface Project {
    /** Text by path from the project's root, with forward slashes. */
    readonly files: ReadonlyMap<string, string>;
    readonly components: readonly Component[];
    /** Files that are no component: not well-formed, or of a kind nobody has listed. */
    readonly unreadable: readonly Finding[];
}

/** @param files text by path, for example `force-app/main/calls/tabs/ConVox_Call__c.tab-meta.xml` */
export function projectOf(files: Readonly<Record<string, string>>): Project {
    return read(new Map(Object.entries(files)), new Map());
}

/** The project with one file changed, or without it when there is no text; the other files are not read again. */
export function withFile(project: Project, file: string, text: string | undefined): Project {
    const files = new Map(project.files);
    const known = new Map(project.components.map((component) => [component.file, component]));
    known.delete(file);
    if (text === undefined) {
        files.delete(file);
    } else {
        files.set(file, text);
    }
    return read(files, known);
}

function read(files: ReadonlyMap<string, string>, known: ReadonlyMap<string, Component>): Project {
    const components: Component[] = [];
    const unreadable: Finding[] = [];
    for (const [file, text] of files) {
        if (file.endsWith(META_SUFFIX) && !file.endsWith(BUNDLE_SUFFIX)) {
            const component = known.get(file) ?? readComponent(file, text);
            if ('what' in component) {
                unreadable.push(component);
            } else {
                components.push(component);
            }
        }
    }
    return { files, components, unreadable };
}

/** Reads the sources of all parts, tests left out. Compiled JavaScript is included where the build has put it. */
export function readProject(root: string): Project {
    const sources = packageParts.map(({ folder }) => `${folder}/**/*.{xml,page,ts,js,html,css}`);
    const paths = globSync([...sources, 'sfdx-project.json', SCRATCH_DEFINITION], {
        cwd: root,
        exclude: (name) => basename(name) === '__tests__'
    });
    const sorted = paths.map((path) => path.replaceAll('\\', '/')).sort();
    return projectOf(Object.fromEntries(sorted.map((path) => [path, readFileSync(join(root, path), 'utf8')])));
}

export function componentsOf(project: Project, root: string): Component[] {
    return project.components.filter((component) => component.kind.root === root);
}

function readComponent(file: string, text: string): Component | Finding {
    const parsed = parseXml(file, text);
    if ('problem' in parsed) {
        return { file: `${file}:${parsed.line}`, what: parsed.problem, mend: 'Make the file well-formed XML.' };
    }
    const kind = metadataKinds.find(({ root }) => root === parsed.root.name);
    if (!kind) {
        return {
            file,
            what: `<${parsed.root.name}> is not a type this package is known to hold`,
            mend: 'Correct the root element, or list the new type in scripts/local/checks/read/metadataKinds.ts.'
        };
    }
    const ending = `${kind.suffix}${META_SUFFIX}`;
    const name = basename(file).endsWith(ending) ? basename(file, ending) : basename(file, META_SUFFIX);
    return { file, kind, name, object: objectOf(file, kind), root: parsed.root };
}

function objectOf(file: string, kind: MetadataKind): string {
    if (kind.root === 'CustomFieldTranslation') {
        return basename(dirname(file));
    }
    const parent = dirname(dirname(file));
    return basename(dirname(parent)) === 'objects' && kind.root !== 'CustomObject' ? basename(parent) : '';
}
