import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import {
    MetadataError,
    booleanOf,
    optionalTextOf,
    readEach,
    readMetadataFile,
    requiredTextOf,
    stopAtFirst
} from '../readMetadata.ts';
import type { ObjectAccess, OrgSchema } from '../objects/schema.ts';

/** What one permission set grants, as far as the local org enforces it. */
export interface PermissionSet {
    readonly name: string;
    readonly file: string;
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
    /** How apps show tabs: `Visible`, `Available`. */
    readonly tabs: ReadonlyMap<string, string>;
    readonly apps: ReadonlySet<string>;
    /** External credential principals, `ConVox-Server`, with which flows may call out. */
    readonly principals: ReadonlySet<string>;
    readonly customPermissions: ReadonlySet<string>;
}

/**
 * Reads the package's permission sets.
 * @throws MetadataError naming the file, for a field of the package's objects that does not exist
 */
export function readPermissionSets(forceApp: MetadataFolders, { objects }: OrgSchema): PermissionSet[] {
    return metadataFiles(forceApp, '.permissionset-meta.xml').map(({ name, file }) =>
        readPermissionSet(readMetadataFile(file, 'PermissionSet'), name, objects)
    );
}

export function readPermissionSet(
    element: XmlElement,
    name: string,
    schema: OrgSchema['objects'],
    refuse = stopAtFirst
): PermissionSet {
    const named = (group: string, key: string): Set<string> =>
        new Set(enabled(element, group).map((entry) => requiredTextOf(entry, key)));
    const readable = childrenOf(element, 'objectPermissions').filter((entry) => booleanOf(entry, 'allowRead'));
    const visible = childrenOf(element, 'fieldPermissions').filter((entry) => booleanOf(entry, 'readable'));
    const apps = childrenOf(element, 'applicationVisibilities').filter((entry) => booleanOf(entry, 'visible'));
    return {
        name,
        file: element.file,
        label: optionalTextOf(element, 'label') ?? name,
        description: optionalTextOf(element, 'description'),
        objects: new Map(readable.map((entry) => [requiredTextOf(entry, 'object'), objectAccess(entry)])),
        fields: new Map(
            readEach(
                visible,
                (entry) => [fieldName(entry, schema), { editable: booleanOf(entry, 'editable') }] as const,
                refuse
            )
        ),
        flows: named('flowAccesses', 'flow'),
        runsEveryFlow: hasUserPermission(element, 'RunFlow'),
        runsReports: hasUserPermission(element, 'RunReports'),
        pages: named('pageAccesses', 'apexPage'),
        tabs: new Map(
            childrenOf(element, 'tabSettings').map((entry) => [
                requiredTextOf(entry, 'tab'),
                requiredTextOf(entry, 'visibility')
            ])
        ),
        apps: new Set(apps.map((entry) => requiredTextOf(entry, 'application'))),
        customPermissions: named('customPermissions', 'name'),
        principals: named('externalCredentialPrincipalAccesses', 'externalCredentialPrincipal')
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

function fieldName(entry: XmlElement, objects: OrgSchema['objects']): string {
    const name = requiredTextOf(entry, 'field');
    const [objectName = '', field = ''] = name.split('.');
    const object = objects.get(objectName);
    if (object && !object.fields.has(field)) {
        throw new MetadataError(entry, `There is no field ${name}`);
    }
    return name;
}

function enabled(element: XmlElement, name: string): XmlElement[] {
    return childrenOf(element, name).filter((entry) => booleanOf(entry, 'enabled'));
}
