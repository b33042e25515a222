import type { FormattingRule, Report } from '../../metadata/reports/definition.ts';
import { hasSummary } from '../read/reportModel.ts';
import type { ReportProblem } from './reportProblem.ts';

/** Whether a text is a colour as dashboards and reports write it. */
export function isColour(text: string): boolean {
    return /^#[0-9A-Fa-f]{6}$/.test(text);
}

/** Colours are of a summary that the report has, from low to high, the last for all that is higher. */
export function checkFormattingRules(report: Report): ReportProblem[] {
    return report.formattingRules.flatMap(({ colours, line, summary }) => [
        ...(hasSummary(report, summary)
            ? []
            : [{ line, what: `It colours ${summary}, which is no summary of it`, mend: 'Colour one of its own.' }]),
        ...(areInOrder(colours)
            ? []
            : [{ line, what: 'The bounds of its colours do not rise', mend: 'End with one without a bound.' }]),
        ...colours
            .filter(({ colour }) => !isColour(colour))
            .map(() => ({ line, what: '<backgroundColor> is no colour', mend: 'Write one, such as #CDEFC4.' }))
    ]);
}

function areInOrder(colours: FormattingRule['colours']): boolean {
    const bounds = colours.slice(0, -1).map(({ below }) => below ?? NaN);
    return (
        colours.at(-1)?.below === undefined && bounds.every((bound, index) => bound > (bounds[index - 1] ?? -Infinity))
    );
}
