/** What an org says of the fields of a call, and which of them can take what ConVox sends. */
import { z } from 'zod';
import type { ExtraField } from './extraField.ts';

const described = z.object({
    name: z.string(),
    type: z.string(),
    length: z.number().default(0),
    precision: z.number().default(0),
    scale: z.number().default(0),
    createable: z.boolean(),
    updateable: z.boolean(),
    calculated: z.boolean().default(false),
    unique: z.boolean().default(false),
    htmlFormatted: z.boolean().default(false),
    restrictedPicklist: z.boolean().default(false),
    picklistValues: z.array(z.object({ value: z.string(), active: z.boolean().default(true) })).default([])
});

export const describedObject = z.object({ fields: z.array(described) });
export type DescribedField = z.infer<typeof described>;

type ExtraKind = 'text' | 'lines' | 'number' | 'checkbox' | 'date' | 'dateTime';

/** What fits into a field. choices: the values of a restricted picklist. */
export interface FieldShape {
    readonly kind: ExtraKind;
    readonly length: number;
    /** Digits before the decimal point, and behind it. */
    readonly digits: number;
    readonly decimals: number;
    readonly choices?: readonly string[];
}

/** An extra field that the org has, by the name that the org gives it. */
export interface ShapedField extends ExtraField {
    readonly shape: FieldShape;
}

export interface CheckedExtras {
    readonly usable: readonly ShapedField[];
    /** Each with the place in the settings. */
    readonly problems: readonly string[];
}

const KINDS: Readonly<Record<string, ExtraKind>> = {
    string: 'text',
    picklist: 'text',
    textarea: 'lines',
    double: 'number',
    int: 'number',
    currency: 'number',
    percent: 'number',
    boolean: 'checkbox',
    date: 'date',
    datetime: 'dateTime'
};

const MOST_DIGITS = 18;

/** Holds extra fields against those of the org, as its answer shows them to the gateway's user. */
export function checkExtras(extras: readonly ExtraField[], fields: readonly DescribedField[]): CheckedExtras {
    const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
    const usable: ShapedField[] = [];
    const problems: string[] = [];
    for (const extra of extras) {
        const field = byName.get(extra.field.toLowerCase());
        const kind = field && KINDS[field.type];
        const problem = problemOf(field, kind);
        if (field === undefined || kind === undefined || problem !== undefined) {
            problems.push(`${extra.place} ${problem}`);
        } else {
            usable.push({ ...extra, field: field.name, shape: shapeOf(field, kind) });
        }
    }
    return { usable, problems };
}

function problemOf(field: DescribedField | undefined, kind: ExtraKind | undefined): string | undefined {
    if (field === undefined) {
        return 'names a field that calls do not have, or that the gateway’s user may not see';
    }
    const { name } = field;
    if (field.calculated) {
        return `names ${name}, which the org computes`;
    }
    if (kind === undefined || field.htmlFormatted) {
        return `names ${name}, whose type (${field.htmlFormatted ? 'rich text' : field.type}) takes no text, number, checkbox, date or time`;
    }
    if (!field.createable || !field.updateable) {
        return `names ${name}, which the gateway’s user may not edit`;
    }
    return field.unique ? `names ${name}, which is unique: a second call with its value would be refused` : undefined;
}

function shapeOf(field: DescribedField, kind: ExtraKind): FieldShape {
    const { type, length, precision, scale, restrictedPicklist, picklistValues } = field;
    return {
        kind,
        length,
        digits: type === 'int' || precision === 0 ? MOST_DIGITS : precision - scale,
        decimals: scale,
        ...(restrictedPicklist && {
            choices: picklistValues.filter(({ active }) => active).map(({ value }) => value)
        })
    };
}
