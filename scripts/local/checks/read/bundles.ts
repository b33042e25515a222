import { dirname, basename } from 'node:path';
import { BUNDLE_SUFFIX } from './metadataKinds.ts';
import type { Project } from './project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, parseXml, textOf } from '../../metadata/xml.ts';

/** What a component's description says about some of its targets. */
export interface TargetConfig {
    readonly targets: readonly string[];
    /** Properties that an admin may set, by name and type. */
    readonly properties: ReadonlyMap<string, string>;
    /** Objects whose pages may hold the component; empty for all. */
    readonly objects: readonly string[];
    /** `ScreenAction` or `Action`; '' where it is no action. */
    readonly actionType: string;
}

/** One Lightning web component folder. */
export interface BundleFiles {
    readonly name: string;
    readonly folder: string;
    /** Path of the js-meta.xml. */
    readonly description: string;
    readonly isExposed: boolean;
    /** Where an admin or the platform may place it: `lightning__UtilityBar`, ... Empty for inner parts. */
    readonly targets: readonly string[];
    readonly configs: readonly TargetConfig[];
    /** Text by file name within the folder. */
    readonly files: ReadonlyMap<string, string>;
}

const known = new WeakMap<Project, readonly BundleFiles[]>();

/** The components of a project; read once, since many checks ask. */
export function bundlesOf(project: Project): readonly BundleFiles[] {
    const bundles = known.get(project) ?? readBundles(project);
    known.set(project, bundles);
    return bundles;
}

function readBundles(project: Project): BundleFiles[] {
    const byFolder = Map.groupBy(project.files, ([path]) => dirname(path));
    return [...project.files]
        .filter(([file]) => file.endsWith(BUNDLE_SUFFIX))
        .map(([file, text]) => {
            const folder = dirname(file);
            const parsed = parseXml(file, text);
            return {
                name: basename(file, BUNDLE_SUFFIX),
                folder,
                description: file,
                ...('root' in parsed ? readDescription(parsed.root) : UNREADABLE),
                files: new Map((byFolder.get(folder) ?? []).map(([path, content]) => [basename(path), content]))
            };
        });
}

type Description = Pick<BundleFiles, 'isExposed' | 'targets' | 'configs'>;

const UNREADABLE: Description = { isExposed: false, targets: [], configs: [] };

function readDescription(root: XmlElement): Description {
    return {
        isExposed: textOf(root, 'isExposed') === 'true',
        targets: childrenOf(root, 'targets').flatMap((targets) =>
            childrenOf(targets, 'target').map(({ text }) => text)
        ),
        configs: childrenOf(root, 'targetConfigs').flatMap((configs) =>
            childrenOf(configs, 'targetConfig').map(readConfig)
        )
    };
}

function readConfig(config: XmlElement): TargetConfig {
    return {
        targets: (config.attributes['targets'] ?? '').split(',').map((target) => target.trim()),
        properties: new Map(
            childrenOf(config, 'property').map(({ attributes }) => [attributes['name'] ?? '', attributes['type'] ?? ''])
        ),
        objects: childrenOf(config, 'objects').flatMap((objects) =>
            childrenOf(objects, 'object').map(({ text }) => text)
        ),
        actionType: textOf(config, 'actionType')
    };
}
