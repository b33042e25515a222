import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childOf, childrenOf } from '../xml.ts';
import {
    MetadataError,
    booleanOf,
    optionalTextOf,
    readEach,
    readMetadataFile,
    requiredTextOf,
    stopAtFirst
} from '../readMetadata.ts';
import type { ObjectSchema, OrgSchema } from '../objects/schema.ts';

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
    { objects }: OrgSchema,
    groups: readonly PublicGroup[]
): SharingRule[] {
    const known = new Set(groups.map(({ name }) => name));
    return metadataFiles(forceApp, '.sharingRules-meta.xml').flatMap(({ name, file }) =>
        rulesIn(readMetadataFile(file, 'SharingRules'), objects.get(name) ?? name, known)
    );
}

/** @param object whose rules they are; its name where it does not exist */
export function rulesIn(
    element: XmlElement,
    object: ObjectSchema | string,
    groups: ReadonlySet<string>,
    refuse = stopAtFirst
): SharingRule[] {
    if (typeof object === 'string') {
        throw new MetadataError(element.file, `There is no object ${object} to share`);
    }
    const other = OTHER_RULES.find((kind) => childOf(element, kind));
    if (other !== undefined) {
        refuse(new MetadataError(element, `has <${other}>, which the local org does not support`));
    }
    const each = (kind: string, read: (rule: XmlElement) => SharingCriterion[] | undefined): SharingRule[] =>
        readEach(
            childrenOf(element, kind),
            (rule) => ({ ...readRule(rule, object.name, groups), criteria: read(rule) }),
            refuse
        );
    return [
        ...each('sharingOwnerRules', refuseSomeOwners),
        ...each('sharingCriteriaRules', (rule) => readCriteria(rule, object))
    ];
}

const isForEverybody = ({ children }: XmlElement): boolean =>
    children.every(({ name }) => name === 'allInternalUsers') && children.length > 0;

function refuseSomeOwners(rule: XmlElement): undefined {
    const from = childOf(rule, 'sharedFrom');
    if (!from || !isForEverybody(from)) {
        throw new MetadataError(rule, 'shares the rows of some owners only, which the local org does not support');
    }
}

function readRule(rule: XmlElement, object: string, groups: ReadonlySet<string>): Omit<SharingRule, 'criteria'> {
    const level = requiredTextOf(rule, 'accessLevel');
    if (level !== 'Read' && level !== 'Edit') {
        const problem = `shares with the access level ${level}, and "${level}" is no access level of a rule`;
        throw new MetadataError(rule, problem);
    }
    return { object, group: readReceiver(rule, groups), level };
}

/** @returns the group, undefined for all internal users */
function readReceiver(rule: XmlElement, groups: ReadonlySet<string>): string | undefined {
    const to = childOf(rule, 'sharedTo');
    if (to && isForEverybody(to)) {
        return undefined;
    }
    const group = to ? requiredTextOf(to, 'group') : '';
    if (!groups.has(group)) {
        throw new MetadataError(rule, `There is no public group ${group}`);
    }
    return group;
}

function readCriteria(rule: XmlElement, object: ObjectSchema): SharingCriterion[] {
    if (optionalTextOf(rule, 'booleanFilter') !== undefined || !booleanOf(rule, 'includeRecordsOwnedByAll')) {
        throw new MetadataError(rule, 'has criteria in another logic, or for some owners only: not supported');
    }
    return childrenOf(rule, 'criteriaItems').map((item) => readCriterion(item, object));
}

function readCriterion(item: XmlElement, object: ObjectSchema): SharingCriterion {
    const name = requiredTextOf(item, 'field');
    const field = object.fields.get(name);
    if (!field) {
        throw new MetadataError(item, `${object.name} has no field ${name}`);
    }
    if (field.formula || (field.type !== 'Picklist' && field.type !== 'Text')) {
        const what = field.formula ? 'is a formula, by which no rule shares' : 'is no text and no picklist';
        throw new MetadataError(item, `${name} ${what}`);
    }
    const value = requiredTextOf(item, 'value');
    if (requiredTextOf(item, 'operation') !== 'equals' || value.includes(',')) {
        throw new MetadataError(item, `shares by ${name} otherwise than by one value: not supported`);
    }
    if (field.picklist?.values.every((known) => known.value !== value) === true) {
        throw new MetadataError(item, `${name} has no value ${value}`);
    }
    return { field: name, value };
}
