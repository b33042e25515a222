import { basename } from 'node:path';
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
import type { ObjectAccess, OrgSchema } from '../../metadata/objects/schema.ts';

/** What one permission set grants, as far as the local org enforces it. */
export interface PermissionSet {
    readonly name: string;
    readonly label: string;
    readonly description: string | undefined;
    /** By object; an object that is absent cannot even be read. */
    readonly objects: ReadonlyMap<string, ObjectAccess>;
    /** `ConVox_Call__c.Notes__c` and whether it may be edited; absent fields cannot be read. */
    readonly fields: ReadonlyMap<string, { readonly editable: boolean }>;
    /** Flows that may be run by name. */
    readonly flows: ReadonlySet<string>;
    readonly runsEveryFlow: boolean;
    readonly runsReports: boolean;
    /** Visualforce pages that may be opened. */
    readonly pages: ReadonlySet<string>;
    /** Tabs that apps show. */
    readonly tabs: ReadonlySet<string>;
    /** External credential principals, `ConVox-Server`, with which flows may call out. */
    readonly principals: ReadonlySet<string>;
    readonly customPermissions: ReadonlySet<string>;
}

const SUFFIX = '.permissionset-meta.xml';

/**
 * Reads the package's permission sets.
 * @throws MetadataError naming the file, for a field of the package's objects that does not exist
 */
export function readPermissionSets(forceApp: MetadataFolders, schema: OrgSchema): PermissionSet[] {
    return metadataFiles(forceApp, SUFFIX).map(({ file }) => readPermissionSet(file, schema));
}

function readPermissionSet(file: string, schema: OrgSchema): PermissionSet {
    const element = readMetadataFile(file, 'PermissionSet');
    const readable = childrenOf(element, 'objectPermissions').filter((entry) => booleanOf(entry, 'allowRead'));
    const shownTabs = childrenOf(element, 'tabSettings').filter(
        (entry) => optionalTextOf(entry, 'visibility') === 'Visible'
    );
    const visible = childrenOf(element, 'fieldPermissions').filter((entry) => booleanOf(entry, 'readable'));
    return {
        name: basename(file, SUFFIX),
        label: optionalTextOf(element, 'label') ?? basename(file, SUFFIX),
        description: optionalTextOf(element, 'description'),
        objects: new Map(readable.map((entry) => [requiredTextOf(entry, 'object'), objectAccess(entry)])),
        fields: new Map(
            visible.map((entry) => [fieldName(entry, schema), { editable: booleanOf(entry, 'editable') }] as const)
        ),
        flows: new Set(enabled(element, 'flowAccesses').map((entry) => requiredTextOf(entry, 'flow').trim())),
        runsEveryFlow: hasUserPermission(element, 'RunFlow'),
        runsReports: hasUserPermission(element, 'RunReports'),
        pages: new Set(enabled(element, 'pageAccesses').map((entry) => requiredTextOf(entry, 'apexPage'))),
        tabs: new Set(shownTabs.map((entry) => requiredTextOf(entry, 'tab'))),
        customPermissions: new Set(enabled(element, 'customPermissions').map((entry) => requiredTextOf(entry, 'name'))),
        principals: new Set(
            enabled(element, 'externalCredentialPrincipalAccesses').map((entry) =>
                requiredTextOf(entry, 'externalCredentialPrincipal')
            )
        )
    };
}

function hasUserPermission(element: XmlElement, name: string): boolean {
    return enabled(element, 'userPermissions').some((entry) => optionalTextOf(entry, 'name') === name);
}

function objectAccess(entry: XmlElement): ObjectAccess {
    return {
        create: booleanOf(entry, 'allowCreate'),
        edit: booleanOf(entry, 'allowEdit'),
        delete: booleanOf(entry, 'allowDelete'),
        viewAll: booleanOf(entry, 'viewAllRecords'),
        modifyAll: booleanOf(entry, 'modifyAllRecords')
    };
}

function fieldName(entry: XmlElement, schema: OrgSchema): string {
    const name = requiredTextOf(entry, 'field');
    const [objectName = '', field = ''] = name.split('.');
    const object = schema.objects.get(objectName);
    if (object && !object.fields.has(field)) {
        throw new MetadataError(entry, `grants access to ${name}, which does not exist`);
    }
    return name;
}

function enabled(element: XmlElement, name: string): XmlElement[] {
    return childrenOf(element, name).filter((entry) => booleanOf(entry, 'enabled'));
}
