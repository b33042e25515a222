/** What a push says for extra fields. */
import { fieldTable, isPlaceholder, knownName, readCallStatus, readParameters, serverTimeAt } from '#contract';
import type { Parameters, QualityFlag, StatusMoment } from '#contract';
import type { FieldShape, ShapedField } from './fieldSchema.ts';

export type ExtraValue = string | number | boolean;

export interface ExtraValues {
    readonly values: Readonly<Record<string, ExtraValue>>;
    /** Parameters whose value does not fit: it stays in the call's message, where what nobody knows is. */
    readonly unfit: readonly string[];
    /** What is doubtful about the values, as about all others. */
    readonly quality: readonly QualityFlag[];
}

export const noExtras: ExtraValues = { values: {}, unfit: [], quality: [] };

/** Longest text of a number, a date or a yes or no. */
const LONGEST_WORD = 80;

export type ExtraReader = (parameters: Parameters, moment: StatusMoment) => ExtraValues;

/** @param fields of one server */
export function extraReader(fields: readonly ShapedField[]): ExtraReader {
    const table = fieldTable(
        fields.map(({ parameter, field, shape: { kind, length } }) => ({
            field,
            name: parameter,
            limit: isText(kind) ? length : LONGEST_WORD,
            multiline: kind === 'lines',
            whole: !isText(kind)
        }))
    );
    const checkboxes = new Set(fields.filter(({ shape }) => shape.kind === 'checkbox').map(({ field }) => field));

    /** A word for nothing elsewhere, it is one of the two values of a checkbox. */
    function* said(parameters: Parameters): Generator<readonly [string, unknown]> {
        for (const [name, value] of parameters) {
            const known = knownName(table, name);
            if (known !== undefined) {
                yield [name, value === false && checkboxes.has(known.rule.field) ? 'false' : value];
            }
        }
    }

    return (parameters, moment) => {
        const { text, tooLong, repeated } = readParameters(table, said(parameters));
        const values: Record<string, ExtraValue> = {};
        const unfit: string[] = [];
        const isCut = fields.some(({ field, shape }) => tooLong.has(field) && isText(shape.kind));
        for (const { field, parameter, shape } of fields) {
            const value = text(field) === '' ? undefined : fitting(text(field), shape, moment);
            if (value !== undefined) {
                values[field] = value;
            } else if (text(field) !== '' || tooLong.has(field)) {
                unfit.push(parameter);
            }
        }
        const flags: readonly (readonly [boolean, QualityFlag])[] = [
            [isCut, 'valueCut'],
            [repeated.size > 0, 'fieldRepeated']
        ];
        return { values, unfit, quality: flags.filter(([raised]) => raised).map(([, flag]) => flag) };
    };
}

function isText(kind: FieldShape['kind']): boolean {
    return kind === 'text' || kind === 'lines';
}

function fitting(text: string, shape: FieldShape, moment: StatusMoment): ExtraValue | undefined {
    if (isPlaceholder(text)) {
        return undefined;
    }
    switch (shape.kind) {
        case 'text':
        case 'lines':
            return shape.choices?.includes(text) === false ? undefined : text;
        case 'number':
            return numberIn(text, shape);
        case 'checkbox':
            return YES_OR_NO.get(text.toLowerCase());
        case 'date':
            return dayIn(text, moment);
        case 'dateTime':
            // The contract reads it as the other time that has to name an hour.
            return readCallStatus([['FOLLOWUP TIME', text]], moment).followUpAt;
    }
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
    ...['true', 'yes', 'y', 'on', '1'].map((word) => [word, true] as const),
    ...['false', 'no', 'n', 'off', '0'].map((word) => [word, false] as const)
]);

/** JavaScript's numbers keep no more. */
const EXACT_DIGITS = 15;

function numberIn(text: string, { digits, decimals }: FieldShape): number | undefined {
    const [, whole, fraction = ''] = /^[+-]?0*(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
    const fits =
        whole !== undefined &&
        (whole === '0' ? 0 : whole.length) <= digits &&
        fraction.length <= decimals &&
        whole.length + fraction.length <= EXACT_DIGITS;
    return fits ? Number(text) : undefined;
}

/** The day on the server's clock, of a day alone or of a time. */
function dayIn(text: string, moment: StatusMoment): string | undefined {
    const { startedAt } = readCallStatus([['CALL_DATE', text]], moment);
    return startedAt && serverTimeAt(startedAt, moment.timeZone)?.date;
}
