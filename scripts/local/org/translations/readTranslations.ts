import { dirname } from 'node:path';
import type { MetadataFile, MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf } from '../../metadata/xml.ts';
import { booleanOf, readMetadataFile, requiredTextOf, optionalTextOf } from '../../metadata/readMetadata.ts';

/** The texts of one field in one language; absent where the field's own text stays. */
export interface FieldTranslation {
    readonly label: string | undefined;
    readonly help: string | undefined;
    /** Heading of the related list of records that look up with this field. */
    readonly relationshipLabel: string | undefined;
    /** By the label of the value in the package's own language. */
    readonly picklist: ReadonlyMap<string, string>;
}

/** The texts of one object in one language. Maps go from the API name, or for sections from the section's own label. */
export interface ObjectTranslation {
    readonly label: string | undefined;
    readonly pluralLabel: string | undefined;
    readonly nameFieldLabel: string | undefined;
    readonly fields: ReadonlyMap<string, FieldTranslation>;
    /** Sections by the layout's name without its object. */
    readonly layouts: ReadonlyMap<string, ReadonlyMap<string, string>>;
    readonly quickActions: ReadonlyMap<string, string>;
    readonly validationRules: ReadonlyMap<string, string>;
}

/** Everything the package says in one other language, labels left out. */
export interface LanguageTexts {
    readonly objects: ReadonlyMap<string, ObjectTranslation>;
    readonly applications: ReadonlyMap<string, string>;
    readonly tabs: ReadonlyMap<string, string>;
}

/** By language as Salesforce spells it: `hi`. */
export type Translations = ReadonlyMap<string, LanguageTexts>;

const FIELD = '.fieldTranslation-meta.xml';

/** Reads the package's translations. Throws a MetadataError naming the file. */
export function readTranslations(forceApp: MetadataFolders): Translations {
    return new Map(
        metadataFiles(forceApp, '.translation-meta.xml').map(({ name: language, file }) => {
            const element = readMetadataFile(file, 'Translations');
            return [
                language,
                {
                    objects: readObjects(forceApp, language),
                    applications: named(element, 'customApplications', 'name', 'label'),
                    tabs: named(element, 'customTabs', 'name', 'label')
                }
            ];
        })
    );
}

function readObjects(forceApp: MetadataFolders, language: string): Map<string, ObjectTranslation> {
    const fields = Map.groupBy(metadataFiles(forceApp, FIELD), ({ file }) => dirname(file));
    return new Map(
        metadataFiles(forceApp, `-${language}.objectTranslation-meta.xml`).map(({ name: object, file }) => [
            object,
            readObject(file, fields.get(dirname(file)) ?? [])
        ])
    );
}

function readObject(file: string, fieldFiles: readonly MetadataFile[]): ObjectTranslation {
    const element = readMetadataFile(file, 'CustomObjectTranslation');
    const fields = fieldFiles.map((field) => readMetadataFile(field.file, 'CustomFieldTranslation'));
    return {
        label: noun(element, false),
        pluralLabel: noun(element, true),
        nameFieldLabel: optionalTextOf(element, 'nameFieldLabel'),
        fields: new Map(fields.map((field) => [requiredTextOf(field, 'name'), readField(field)])),
        layouts: new Map(
            childrenOf(element, 'layouts').map((layout) => [
                requiredTextOf(layout, 'layout'),
                named(layout, 'sections', 'section', 'label')
            ])
        ),
        quickActions: named(element, 'quickActions', 'name', 'label'),
        validationRules: named(element, 'validationRules', 'name', 'errorMessage')
    };
}

function readField(element: XmlElement): FieldTranslation {
    return {
        label: optionalTextOf(element, 'label'),
        help: optionalTextOf(element, 'help'),
        relationshipLabel: optionalTextOf(element, 'relationshipLabel'),
        picklist: named(element, 'picklistValues', 'masterLabel', 'translation')
    };
}

/** The object's name as it stands alone; languages have other forms of it for the inside of a sentence. */
function noun(element: XmlElement, plural: boolean): string | undefined {
    const found = childrenOf(element, 'caseValues').find(
        (form) =>
            booleanOf(form, 'plural') === plural && (optionalTextOf(form, 'caseType') ?? 'Nominative') === 'Nominative'
    );
    return found && optionalTextOf(found, 'value');
}

function named(element: XmlElement, group: string, key: string, value: string): Map<string, string> {
    return new Map(
        childrenOf(element, group).map((entry) => [requiredTextOf(entry, key), requiredTextOf(entry, value)])
    );
}
