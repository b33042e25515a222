import { FormulaError } from '../formula/formula.ts';
import { MetadataError, integerOf, optionalTextOf, requiredTextOf } from '../readMetadata.ts';
import { wordOf } from '../metadataWords.ts';
import type { XmlElement } from '../xml.ts';
import type { CustomSummaryFormula } from './definition.ts';
import type { TakeColumn } from './readReportGroupings.ts';
import type { SummaryFormula } from './summaryFormula.ts';
import { readSummaryFormula } from './summaryFormula.ts';

/** Reads a custom summary formula and the columns that it computes with. */
export function readReportFormula(element: XmlElement, take: TakeColumn): CustomSummaryFormula {
    for (const context of ['acrossGroupingContext', 'downGroupingContext']) {
        if (optionalTextOf(element, context) !== undefined) {
            throw new MetadataError(element, `the local org computes formulas for every group, not for <${context}>`);
        }
    }
    const written = requiredTextOf(element, 'calculatedFormula');
    const formula = parsedFormula(element, written);
    for (const operand of formula.operands.values()) {
        if (operand.kind === 'summary') {
            take(element, operand.column);
        }
    }
    return {
        line: element.line,
        name: requiredTextOf(element, 'developerName'),
        label: optionalTextOf(element, 'masterLabel') ?? '',
        dataType: wordOf(element, 'datatype', ['number', 'percent', 'currency']),
        scale: integerOf(element, 'scale') ?? 2,
        written,
        formula
    };
}

function parsedFormula(element: XmlElement, written: string): SummaryFormula {
    try {
        return readSummaryFormula(written);
    } catch (error) {
        throw error instanceof FormulaError ? new MetadataError(element, error.message) : error;
    }
}
