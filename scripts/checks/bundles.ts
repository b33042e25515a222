import { dirname, basename } from 'node:path';
import { BUNDLE_SUFFIX } from './metadataKinds.ts';
import type { Project } from './project.ts';
import { everyElement, parseXml } from './xmlElement.ts';

/** One Lightning web component folder. */
export interface BundleFiles {
    readonly name: string;
    readonly folder: string;
    /** Where an admin or the platform may place it: `lightning__UtilityBar`, ... Empty for inner parts. */
    readonly targets: readonly string[];
    /** Text by file name within the folder. */
    readonly files: ReadonlyMap<string, string>;
}

export function bundlesOf(project: Project): BundleFiles[] {
    return [...project.files]
        .filter(([file]) => file.endsWith(BUNDLE_SUFFIX))
        .map(([file, description]) => {
            const folder = dirname(file);
            const inside = [...project.files].filter(([path]) => dirname(path) === folder);
            const parsed = parseXml(description);
            const elements = 'root' in parsed ? [...everyElement(parsed.root)] : [];
            return {
                name: basename(file, BUNDLE_SUFFIX),
                folder,
                targets: elements.filter(({ name }) => name === 'target').map(({ text }) => text),
                files: new Map(inside.map(([path, text]) => [basename(path), text]))
            };
        });
}
