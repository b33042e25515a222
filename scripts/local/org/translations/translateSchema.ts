import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import type { LanguageTexts } from '../../metadata/translations.ts';

/** The schema as users of a language read it: labels, help, picklist values and messages of validation rules. */
export function translateSchema(schema: OrgSchema, texts: LanguageTexts): OrgSchema {
    return {
        objects: new Map([...schema.objects].map(([name, object]) => [name, translateObject(object, texts)]))
    };
}

/** An object is called as it stands alone; languages have other forms of its name for the inside of a sentence. */
function translateObject(object: ObjectSchema, texts: LanguageTexts): ObjectSchema {
    const { fields, label, name, pluralLabel, validationRules } = object;
    return {
        ...object,
        label: texts.get(`Nominative singular of ${name}`) ?? label,
        pluralLabel: texts.get(`Nominative plural of ${name}`) ?? pluralLabel,
        fields: new Map([...fields].map(([key, field]) => [key, translateField(field, name, texts)])),
        validationRules: validationRules.map((rule) => ({
            ...rule,
            message: texts.get(`message of ${name}.${rule.name}`) ?? rule.message
        }))
    };
}

function translateField(field: FieldSchema, object: string, texts: LanguageTexts): FieldSchema {
    const path = `${object}.${field.name}`;
    const ownLabel = (field.nameField ? texts.get(`name field of ${object}`) : undefined) ?? field.label;
    return {
        ...field,
        label: texts.get(`field ${path}`) ?? ownLabel,
        helpText: texts.get(`help of ${path}`) ?? field.helpText,
        picklist: field.picklist && {
            ...field.picklist,
            values: field.picklist.values.map((value) => ({
                ...value,
                label: texts.get(`value "${value.label}" of ${path}`) ?? value.label
            }))
        }
    };
}
