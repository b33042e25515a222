import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import type { LanguageTexts, ObjectTranslation } from './readTranslations.ts';

/** The schema as users of a language read it: labels, help, picklist values and messages of validation rules. */
export function translateSchema(schema: OrgSchema, texts: LanguageTexts): OrgSchema {
    return {
        objects: new Map(
            [...schema.objects].map(([name, object]) => {
                const translation = texts.objects.get(name);
                return [name, translation ? translateObject(object, translation) : object];
            })
        )
    };
}

function translateObject(object: ObjectSchema, translation: ObjectTranslation): ObjectSchema {
    return {
        ...object,
        label: translation.label ?? object.label,
        pluralLabel: translation.pluralLabel ?? object.pluralLabel,
        fields: new Map([...object.fields].map(([name, field]) => [name, translateField(field, translation)])),
        validationRules: object.validationRules.map((rule) => ({
            ...rule,
            message: translation.validationRules.get(rule.name) ?? rule.message
        }))
    };
}

function translateField(field: FieldSchema, { fields, nameFieldLabel }: ObjectTranslation): FieldSchema {
    const texts = fields.get(field.name);
    const ownLabel = field.nameField ? (nameFieldLabel ?? field.label) : field.label;
    return {
        ...field,
        label: texts?.label ?? ownLabel,
        helpText: texts?.help ?? field.helpText,
        picklist: field.picklist && {
            ...field.picklist,
            values: field.picklist.values.map((value) => ({
                ...value,
                label: texts?.picklist.get(value.label) ?? value.label
            }))
        }
    };
}
