import type { Finding } from '../finding.ts';
import type { ReportFacts } from '../read/reportModel.ts';
import { summaryOf } from '../read/reportModel.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

/** Colours are of a summary that the report has, from low to high, the last for all that is higher. */
export function checkFormattingRules({ component, summaries }: ReportFacts): Finding[] {
    return childrenOf(component.root, 'formattingRules').flatMap((rule) => {
        const file = `${component.file}:${rule.line}`;
        const summary = summaryOf(textOf(rule, 'aggregate'), textOf(rule, 'columnName'));
        const values = childrenOf(rule, 'values');
        return [
            ...(summaries.has(summary)
                ? []
                : [{ file, what: `It colours ${summary}, which is no summary of it`, mend: 'Colour one of its own.' }]),
            ...(areInOrder(values)
                ? []
                : [{ file, what: 'The bounds of its colours do not rise', mend: 'End with one without a bound.' }]),
            ...values
                .filter((value) => !/^#[0-9A-Fa-f]{6}$/.test(textOf(value, 'backgroundColor')))
                .map(() => ({ file, what: '<backgroundColor> is no colour', mend: 'Write one, such as #CDEFC4.' }))
        ];
    });
}

function areInOrder(values: readonly XmlElement[]): boolean {
    const bounds = values.map((value) => textOf(value, 'rangeUpperBound'));
    const numbers = bounds.slice(0, -1).map((bound) => (bound === '' ? NaN : Number(bound)));
    return bounds.at(-1) === '' && numbers.every((bound, index) => bound > (numbers[index - 1] ?? -Infinity));
}
