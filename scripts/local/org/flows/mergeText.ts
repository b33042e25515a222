import type { FormulaValue } from '../../metadata/formula/formula.ts';

const MERGE_FIELD = /\{!\s*([^{}\s]+)\s*\}/g;

/** The names of a text's merge fields. */
export function mergeFieldsOf(template: string): string[] {
    return [...template.matchAll(MERGE_FIELD)].map((match) => match[1] ?? '');
}

/** Fills in merge fields `{!Name}`. Dates and times keep their ISO form; the platform writes them in the user's locale. */
export function mergeText(template: string, resolve: (name: string) => FormulaValue): string {
    return template.replace(MERGE_FIELD, (_match, name: string) => {
        const { value } = resolve(name);
        return value === null ? '' : String(value);
    });
}
