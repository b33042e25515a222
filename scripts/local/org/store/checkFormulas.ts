import { FormulaError, checkFormula } from '../../metadata/formula/formula.ts';
import { MetadataError } from '../../metadata/readMetadata.ts';
import type { ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { resolvePath } from './fieldPath.ts';
import { QueryError } from './queryError.ts';

/**
 * Checks every formula of the schema while the org starts: formula fields, default values and validation rules.
 * @throws MetadataError naming the field or rule, for syntax, functions or names that the local org does not know
 */
export function checkFormulas(schema: OrgSchema): void {
    for (const object of schema.objects.values()) {
        for (const field of object.fields.values()) {
            if (field.formula) {
                check(schema, object, field.name, field.formula.expression);
            }
            if (field.defaultValue !== undefined) {
                check(schema, object, field.name, field.defaultValue);
            }
        }
        object.validationRules.forEach((rule) => check(schema, object, rule.name, rule.condition));
    }
}

function check(schema: OrgSchema, object: ObjectSchema, owner: string, expression: string): void {
    try {
        for (const reference of checkFormula(expression)) {
            checkReference(schema, object, reference);
        }
    } catch (error) {
        if (error instanceof FormulaError || error instanceof QueryError) {
            throw new MetadataError(`${object.name}.${owner}`, `its formula cannot be used: ${error.message}`);
        }
        throw error;
    }
}

function checkReference(schema: OrgSchema, object: ObjectSchema, reference: string): void {
    if (!reference.startsWith('$')) {
        resolvePath(schema, object, reference);
        return;
    }
    const [global = '', ...path] = reference.split('.');
    if (global === '$Label') {
        if (!schema.labels?.has(path.join('.'))) {
            throw new FormulaError(`Field ${reference} does not exist. Check spelling.`);
        }
        return;
    }
    if (global === '$Permission' && path.length === 1) {
        return;
    }
    const user = schema.objects.get('User');
    if (global.toLowerCase() !== '$user' || !user) {
        throw new FormulaError(`The local org does not support ${reference} here.`);
    }
    resolvePath(schema, user, path.join('.'));
}
