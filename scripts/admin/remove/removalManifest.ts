import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metadataFiles } from '../../local/metadata/metadataFiles.ts';
import { packageParts, partFolders } from '../../local/metadata/packageParts.ts';
import type { XmlElement } from '../../local/metadata/xml.ts';
import { childrenOf, parseXml, textOf } from '../../local/metadata/xml.ts';
import { convertPackage } from '../../local/checks/files/convertPackage.ts';
import { AdminError } from '../cli/command.ts';
import { API_VERSION } from '../org/signIn.ts';
import { xmlText } from '../org/xmlText.ts';

/** Containers of what is listed by name, and texts that an org deletes with what they translate. */
const NOT_DELETED: ReadonlySet<string> = new Set([
    'CustomLabels',
    'CustomObjectTranslation',
    'SharingRules',
    'Translations'
]);

export type RemovalManifest = ReadonlyMap<string, readonly string[]>;

/**
 * What an org has to delete, by metadata type. An org deletes a flow version by version, and refuses its mere name; flows
 * that it does not have are left out. So are folders, which a deletion takes for reports, and groups and sharing rules that not every org has.
 * @param manifest `package.xml` of all that the product brings
 * @param askedFor groups and sharing rules of parts that only some orgs take
 * @param versions numbers of the versions that the org has, by flow
 */
function removalManifest(
    manifest: string,
    askedFor: ReadonlySet<string>,
    versions: ReadonlyMap<string, readonly number[]>
): RemovalManifest {
    const parsed = parseXml('package.xml', manifest);
    const types: readonly XmlElement[] = 'root' in parsed ? childrenOf(parsed.root, 'types') : [];
    return new Map(
        types
            .map((type) => ({
                name: textOf(type, 'name'),
                members: childrenOf(type, 'members').map(({ text }) => text)
            }))
            .filter(({ name }) => !NOT_DELETED.has(name))
            .map(({ name, members }): [string, string[]] => [
                name,
                name === 'Flow'
                    ? members.flatMap((flow) => (versions.get(flow) ?? []).map((version) => `${flow}-${version}`))
                    : members.filter((member) => !member.endsWith('/') && !askedFor.has(`${name} ${member}`))
            ])
            .filter(([, members]) => members.length > 0)
    );
}

/**
 * Writes the two files that `sf project deploy start` deletes the product with.
 * @param folder is made
 * @throws AdminError when the product's own files cannot be read
 */
export async function writeRemoval(
    root: string,
    versions: ReadonlyMap<string, readonly number[]>,
    folder: string
): Promise<void> {
    const conversion = await convertPackage(root);
    const manifest = 'files' in conversion ? conversion.files.get('package.xml') : undefined;
    if (manifest === undefined) {
        throw new AdminError(
            'The list of components to delete could not be made.',
            'problem' in conversion ? [conversion.problem] : []
        );
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.xml'), packageXml(new Map()));
    writeFileSync(
        join(folder, 'destructiveChanges.xml'),
        packageXml(removalManifest(manifest, askedForOf(root), versions))
    );
}

function askedForOf(root: string): Set<string> {
    const folders = partFolders(
        root,
        packageParts.filter(({ isByName }) => isByName)
    );
    const groups = metadataFiles(folders, '.group-meta.xml').map(({ name }) => `Group ${name}`);
    const rules = metadataFiles(folders, '.sharingRules-meta.xml').flatMap(({ name, file }) => {
        const parsed = parseXml(file, readFileSync(file, 'utf8'));
        return 'root' in parsed
            ? childrenOf(parsed.root, 'sharingCriteriaRules').map(
                  (rule) => `SharingCriteriaRule ${name}.${textOf(rule, 'fullName')}`
              )
            : [];
    });
    return new Set([...groups, ...rules]);
}

function packageXml(types: RemovalManifest): string {
    const lines = [...types].flatMap(([name, members]) => [
        '    <types>',
        ...members.map((member) => `        <members>${xmlText(member)}</members>`),
        `        <name>${name}</name>`,
        '    </types>'
    ]);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<Package xmlns="http://soap.sforce.com/2006/04/metadata">',
        ...lines,
        `    <version>${API_VERSION}</version>`,
        '</Package>',
        ''
    ].join('\n');
}
