import { computeFormula, FormulaError } from '../../metadata/formula/formula.ts';
import { number } from '../../metadata/formula/types.ts';
import type { FieldValue } from '../records.ts';
import type { ColumnValues, ReportRow } from './columnValues.ts';
import { NOTHING } from './columnValues.ts';
import type { CustomSummaryFormula, Report, ReportType, SummaryKind } from '../../metadata/reports/definition.ts';
import { ROW_COUNT, summaryName } from '../../metadata/reports/definition.ts';
import type { SummaryFunction, SummaryOperand } from '../../metadata/reports/summaryFormula.ts';

/** What a report computes for each of its groups. */
export interface Summary {
    /** `s!ConVox_Call__c$Duration_Seconds__c`, `FORMULA1`, `RowCount`. */
    readonly name: string;
    readonly label: string;
    readonly dataType: 'int' | 'double' | 'percent' | 'currency';
    readonly compute: (rows: readonly ReportRow[]) => SummaryValue;
}

/** A percentage is 0 to 100. A formula that cannot be computed has no value and says so in its label. */
export interface SummaryValue {
    readonly value: number | null;
    readonly label: string;
}

const LABELS: Readonly<Record<SummaryKind, string>> = {
    Sum: 'Sum of',
    Average: 'Average',
    Maximum: 'Largest',
    Minimum: 'Smallest',
    Unique: 'Unique'
};

const KIND_OF_FUNCTION: Readonly<Record<SummaryFunction, SummaryKind>> = {
    SUM: 'Sum',
    AVG: 'Average',
    MAX: 'Maximum',
    MIN: 'Minimum',
    UNIQUE: 'Unique'
};

/** Every summary of a report that the user may see, in the order of the Analytics API: columns, formulas, row count. */
export function summariesOf(report: Report, columns: ColumnValues, language: string): readonly Summary[] {
    const ofColumns = report.columns.flatMap(({ column, summaries }) =>
        summaries.flatMap((kind) => columnSummary(report.type, column, kind, columns, language))
    );
    const ofFormulas = report.formulas
        .filter(({ formula }) =>
            [...formula.operands.values()].every((operand) => isReadable(operand, report, columns))
        )
        .map((formula) => formulaSummary(formula, report.type, columns, language));
    return [...ofColumns, ...ofFormulas, rowCount(language)];
}

function isReadable(operand: SummaryOperand, { type }: Report, columns: ColumnValues): boolean {
    if (operand.kind === 'rowCount') {
        return true;
    }
    const column = type.columns.get(operand.column);
    return column !== undefined && columns.field(column) !== undefined;
}

function rowCount(language: string): Summary {
    return {
        name: ROW_COUNT,
        label: 'Record Count',
        dataType: 'int',
        compute: ({ length }) => ({ value: length, label: length.toLocaleString(language) })
    };
}

function columnSummary(
    type: ReportType,
    name: string,
    kind: SummaryKind,
    columns: ColumnValues,
    language: string
): Summary[] {
    const column = type.columns.get(name);
    const field = column && columns.field(column);
    if (!field) {
        return [];
    }
    const scale = kind === 'Unique' ? 0 : (field.scale ?? 0);
    // An average of whole numbers is rarely one.
    const digits = { minimumFractionDigits: scale, maximumFractionDigits: kind === 'Average' ? scale + 1 : scale };
    return [
        {
            name: summaryName(kind, name),
            label: `${LABELS[kind]} ${field.label}`,
            dataType: kind === 'Unique' ? 'int' : 'double',
            compute: (rows) => {
                const value = summarise(kind, valuesIn(rows, type, name, columns));
                return { value, label: value === null ? NOTHING : value.toLocaleString(language, digits) };
            }
        }
    ];
}

function valuesIn(rows: readonly ReportRow[], type: ReportType, name: string, columns: ColumnValues): FieldValue[] {
    const column = type.columns.get(name);
    return column
        ? rows.map((row) => columns.value(row, column)).filter((value) => value !== null && value !== '')
        : [];
}

/** Blanks are left out; a sum of nothing is 0, an average of nothing is nothing. */
function summarise(kind: SummaryKind, values: readonly FieldValue[]): number | null {
    const numbers = values.map(Number);
    const sum = numbers.reduce((total, value) => total + value, 0);
    switch (kind) {
        case 'Sum':
            return sum;
        case 'Average':
            return numbers.length === 0 ? null : sum / numbers.length;
        case 'Maximum':
            return numbers.length === 0 ? null : numbers.reduce((most, value) => Math.max(most, value));
        case 'Minimum':
            return numbers.length === 0 ? null : numbers.reduce((least, value) => Math.min(least, value));
        case 'Unique':
            return new Set(values.map((value) => (typeof value === 'string' ? value.toLowerCase() : value))).size;
    }
}

function formulaSummary(
    formula: CustomSummaryFormula,
    type: ReportType,
    columns: ColumnValues,
    language: string
): Summary {
    const { dataType, label, name, scale } = formula;
    const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
    return {
        name,
        label,
        dataType: dataType === 'number' ? 'double' : dataType,
        compute: (rows) => {
            const computed = valueOfFormula(formula, rows, type, columns);
            if (computed === undefined) {
                return { value: null, label: '#Error!' };
            }
            const value = computed === null || dataType !== 'percent' ? computed : computed * 100;
            const written = value?.toLocaleString(language, digits);
            return { value, label: written === undefined ? NOTHING : written + (dataType === 'percent' ? '%' : '') };
        }
    };
}

/** undefined when the formula fails, for example at a division by zero. */
function valueOfFormula(
    { formula }: CustomSummaryFormula,
    rows: readonly ReportRow[],
    type: ReportType,
    columns: ColumnValues
): number | null | undefined {
    if (rows.length === 0) {
        return null;
    }
    const operandValue = (reference: string): number | null => {
        const operand = formula.operands.get(reference);
        return operand?.kind === 'summary'
            ? summarise(KIND_OF_FUNCTION[operand.summary], valuesIn(rows, type, operand.column, columns))
            : rows.length;
    };
    try {
        const { value } = computeFormula(formula.expression, {
            resolve: (reference) => number(operandValue(reference)),
            now: () => new Date(0),
            blankNumbersAs: 'zero'
        });
        return typeof value === 'number' ? value : null;
    } catch (error) {
        if (error instanceof FormulaError) {
            return undefined;
        }
        throw error;
    }
}
