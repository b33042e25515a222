import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf } from '../../metadata/xml.ts';
import {
    MetadataError,
    booleanOf,
    readMetadataFile,
    requiredTextOf,
    optionalTextOf
} from '../../metadata/readMetadata.ts';
import type { ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';

export interface PublicGroup {
    readonly name: string;
    readonly label: string;
}

export interface SharingRule {
    readonly object: string;
    /** The public group whose members the rule serves; absent where it serves all internal users. */
    readonly group: string | undefined;
    readonly level: 'Read' | 'Edit';
    /** What the rows it opens have in their fields; absent where it opens whatever a user owns. */
    readonly criteria: readonly SharingCriterion[] | undefined;
}

export interface SharingCriterion {
    readonly field: string;
    readonly value: string;
}

const GROUP_SUFFIX = '.group-meta.xml';
const RULES_SUFFIX = '.sharingRules-meta.xml';
const OTHER_RULES = ['sharingGuestRules', 'sharingTerritoryRules'];

/** Reads the package's public groups. */
export function readPublicGroups(forceApp: MetadataFolders): PublicGroup[] {
    return metadataFiles(forceApp, GROUP_SUFFIX).map(({ name, file }) => {
        const element = readMetadataFile(file, 'Group');
        return { name, label: requiredTextOf(element, 'name') };
    });
}

/**
 * Reads the package's sharing rules.
 * @throws MetadataError naming the file, for an object, field or group that does not exist, and for every rule but one that
 * shares what internal users own, or rows with given values, with a public group or with all internal users
 */
export function readSharingRules(
    forceApp: MetadataFolders,
    schema: OrgSchema,
    groups: readonly PublicGroup[]
): SharingRule[] {
    return metadataFiles(forceApp, RULES_SUFFIX).flatMap(({ name: object, file }) => {
        const element = readMetadataFile(file, 'SharingRules');
        if (!schema.objects.has(object)) {
            throw new MetadataError(file, `shares ${object}, which does not exist`);
        }
        const other = OTHER_RULES.find((kind) => childrenOf(element, kind).length > 0);
        if (other !== undefined) {
            throw new MetadataError(file, `has <${other}>, which the local org does not support`);
        }
        const known = new Set(groups.map(({ name }) => name));
        return [
            ...childrenOf(element, 'sharingOwnerRules').map((rule) => {
                refuseSomeOwners(rule);
                return { ...readRule(rule, object, known), criteria: undefined };
            }),
            ...childrenOf(element, 'sharingCriteriaRules').map((rule) => ({
                ...readRule(rule, object, known),
                criteria: readCriteria(rule, schema.objects.get(object))
            }))
        ];
    });
}

const isForEverybody = ({ children }: XmlElement): boolean =>
    children.every(({ name }) => name === 'allInternalUsers') && children.length > 0;

function refuseSomeOwners(rule: XmlElement): void {
    const [from] = childrenOf(rule, 'sharedFrom');
    if (!from || !isForEverybody(from)) {
        throw new MetadataError(rule, 'shares the rows of some owners only, which the local org does not support');
    }
}

function readRule(rule: XmlElement, object: string, groups: ReadonlySet<string>): Omit<SharingRule, 'criteria'> {
    const level = requiredTextOf(rule, 'accessLevel');
    if (level !== 'Read' && level !== 'Edit') {
        throw new MetadataError(rule, `shares with the access level ${level}, which no rule has`);
    }
    return { object, group: readReceiver(rule, groups), level };
}

/** @returns the group, undefined for all internal users */
function readReceiver(rule: XmlElement, groups: ReadonlySet<string>): string | undefined {
    const [to] = childrenOf(rule, 'sharedTo');
    if (to && isForEverybody(to)) {
        return undefined;
    }
    const group = to ? requiredTextOf(to, 'group') : '';
    if (!groups.has(group)) {
        throw new MetadataError(rule, `shares with the public group ${group}, which does not exist`);
    }
    return group;
}

function readCriteria(rule: XmlElement, object: ObjectSchema | undefined): SharingCriterion[] {
    if (optionalTextOf(rule, 'booleanFilter') !== undefined || !booleanOf(rule, 'includeRecordsOwnedByAll')) {
        throw new MetadataError(rule, 'has criteria in another logic, or for some owners only: not supported');
    }
    return childrenOf(rule, 'criteriaItems').map((item) => {
        const field = requiredTextOf(item, 'field');
        const type = object?.fields.get(field)?.type;
        if (type !== 'Picklist' && type !== 'Text') {
            throw new MetadataError(rule, `shares by ${field}, which is no text and no picklist of the object`);
        }
        const value = requiredTextOf(item, 'value');
        if (requiredTextOf(item, 'operation') !== 'equals' || value.includes(',')) {
            throw new MetadataError(rule, `shares by ${field} otherwise than by one value: not supported`);
        }
        return { field, value };
    });
}
