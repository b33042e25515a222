import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { requiredTextOf } from '../readMetadata.ts';
import type { FormattingRule } from './definition.ts';
import { decimalOf } from '../metadataWords.ts';
import { readSummary } from './readReportChart.ts';

/** Colours of a summary's figures; one without a bound is for all that are higher. */
export function readFormattingRule(rule: XmlElement): FormattingRule {
    return {
        line: rule.line,
        summary: readSummary({
            ...rule,
            children: rule.children.map((child) => (child.name === 'columnName' ? { ...child, name: 'column' } : child))
        }),
        colours: childrenOf(rule, 'values').map((value) => {
            const below = decimalOf(value, 'rangeUpperBound');
            return { colour: requiredTextOf(value, 'backgroundColor'), ...(below !== undefined && { below }) };
        })
    };
}
