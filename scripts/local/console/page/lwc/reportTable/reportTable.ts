import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { ReportTable, TableCell, TableLine } from '../../reports/reportTables.ts';

interface ShownCell extends TableCell {
    readonly className: string;
    readonly url: string | undefined;
}

interface ShownLine extends Omit<TableLine, 'cells'> {
    readonly cells: readonly ShownCell[];
    /** A line across all columns: a group above its rows, or the total below them. */
    readonly isHead: boolean;
    /** A line whose first column names its group. */
    readonly isNamed: boolean;
    readonly indent: string;
    readonly className: string;
}

const NUMBER = 'slds-text-align_right console-report-number';

/** A report's groups and rows; names lead to their records. */
export default class ReportTableElement extends NavigationMixin(LightningElement) {
    @api table: ReportTable | undefined;
    @api caption = '';

    get columns(): { key: string; label: string; className: string }[] {
        return (this.table?.columns ?? []).map(({ isNumber, key, label }) => ({
            key,
            label,
            className: isNumber ? NUMBER : ''
        }));
    }

    get columnCount(): number {
        return this.columns.length;
    }

    get lines(): ShownLine[] {
        const isNested = this.table?.lines.some(({ kind, level }) => kind === 'row' || level > 0) ?? false;
        return (this.table?.lines ?? []).map((line) => {
            const isHead = line.kind !== 'row' && line.cells.length === 0;
            return {
                ...line,
                isHead,
                isNamed: line.kind !== 'row' && !isHead,
                indent: `padding-inline-start: ${1.5 + line.level * 1.25}rem`,
                className: `console-report-${line.kind}${isNested && line.level === 0 ? ' console-report-outer' : ''}`,
                cells: line.cells.map((cell) => ({
                    ...cell,
                    className: cell.isNumber ? NUMBER : '',
                    url: cell.recordId === undefined ? undefined : `/lightning/r/${cell.recordId}/view`
                }))
            };
        });
    }

    openRecord(event: Event): void {
        event.preventDefault();
        const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['id'] : undefined;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId, actionName: 'view' }
        });
    }
}
