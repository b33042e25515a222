import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { XmlElement } from '../schema/metadataXml.ts';
import { MetadataError, childrenOf, readMetadataFile, requiredTextOf } from '../schema/metadataXml.ts';
import type { OrgSchema } from '../schema/schema.ts';

export interface PublicGroup {
    readonly name: string;
    readonly label: string;
}

/** Opens the rows that any user owns to the members of a public group. */
export interface SharingRule {
    readonly object: string;
    readonly group: string;
    readonly level: 'Read' | 'Edit';
}

const GROUP_SUFFIX = '.group-meta.xml';
const RULES_SUFFIX = '.sharingRules-meta.xml';
const OTHER_RULES = ['sharingCriteriaRules', 'sharingGuestRules', 'sharingTerritoryRules'];

/** Reads the package's public groups. */
export function readPublicGroups(forceApp: string): PublicGroup[] {
    return globSync(`**/groups/*${GROUP_SUFFIX}`, { cwd: forceApp })
        .toSorted()
        .map((path) => {
            const element = readMetadataFile(join(forceApp, path), 'Group');
            return { name: basename(path, GROUP_SUFFIX), label: requiredTextOf(element, 'name') };
        });
}

/**
 * Reads the package's sharing rules.
 * @throws MetadataError naming the file, for an object or a group that does not exist, and for every rule but one that
 * shares what internal users own with a public group
 */
export function readSharingRules(forceApp: string, schema: OrgSchema, groups: readonly PublicGroup[]): SharingRule[] {
    return globSync(`**/sharingRules/*${RULES_SUFFIX}`, { cwd: forceApp })
        .toSorted()
        .flatMap((path) => {
            const file = join(forceApp, path);
            const element = readMetadataFile(file, 'SharingRules');
            const object = basename(path, RULES_SUFFIX);
            if (!schema.objects.has(object)) {
                throw new MetadataError(file, `shares ${object}, which does not exist`);
            }
            const other = OTHER_RULES.find((kind) => childrenOf(element, kind).length > 0);
            if (other !== undefined) {
                throw new MetadataError(file, `has <${other}>, which the local org does not support`);
            }
            return childrenOf(element, 'sharingOwnerRules').map((rule) => readRule(rule, object, groups));
        });
}

function readRule(rule: XmlElement, object: string, groups: readonly PublicGroup[]): SharingRule {
    const [from] = childrenOf(rule, 'sharedFrom');
    const [to] = childrenOf(rule, 'sharedTo');
    if (!from || !to || !from.children.has('allInternalUsers') || from.children.size > 1) {
        throw new MetadataError(rule.file, 'shares the rows of some owners only, which the local org does not support');
    }
    const group = requiredTextOf(to, 'group');
    if (!groups.some(({ name }) => name === group)) {
        throw new MetadataError(rule.file, `shares with the public group ${group}, which does not exist`);
    }
    const level = requiredTextOf(rule, 'accessLevel');
    if (level !== 'Read' && level !== 'Edit') {
        throw new MetadataError(rule.file, `shares with the access level ${level}, which no rule has`);
    }
    return { object, group, level };
}
