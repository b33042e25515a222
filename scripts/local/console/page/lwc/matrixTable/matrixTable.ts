import { api, LightningElement } from 'lwc';
import type { MatrixTable } from '../../reports/matrixTable.ts';

interface ShownCell {
    readonly key: string;
    readonly className: string;
    readonly figures: readonly {
        readonly key: string;
        readonly name: string;
        readonly label: string;
        readonly style: string;
    }[];
}

const NUMBER = 'slds-text-align_right console-report-number';

/** A matrix report: groups down, groups across, totals at both ends. */
export default class MatrixTableElement extends LightningElement {
    @api table: MatrixTable | undefined;
    @api caption = '';

    get columns(): { key: string; label: string; className: string }[] {
        return (this.table?.columns ?? []).map(({ isTotal, key, label }) => ({
            key,
            label,
            className: isTotal ? `${NUMBER} console-report-total` : NUMBER
        }));
    }

    get legend(): string {
        return this.table?.summaries.join(', ') ?? '';
    }

    get lines(): {
        key: string;
        kind: string;
        title: string;
        indent: string;
        className: string;
        cells: readonly ShownCell[];
    }[] {
        const names = this.table?.summaries ?? [];
        return (this.table?.lines ?? []).map(({ cells, key, kind, level, title }) => ({
            key,
            kind,
            title,
            indent: `padding-inline-start: ${1.5 + level * 1.25}rem`,
            className: kind === 'total' ? 'console-report-total' : '',
            cells: cells.map(({ figures, isTotal, key: cellKey }) => ({
                key: cellKey,
                className: isTotal ? `${NUMBER} console-report-total` : NUMBER,
                figures: figures.map(({ colour, label }, index) => ({
                    key: String(index),
                    name: names[index] ?? '',
                    label,
                    style: colour === undefined ? '' : `background-color: ${colour}`
                }))
            }))
        }));
    }
}
