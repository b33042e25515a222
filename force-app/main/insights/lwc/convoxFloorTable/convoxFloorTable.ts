import { LightningElement, api } from 'lwc';
import warning from '@salesforce/label/c.ConVox_Wallboard_Attention';
import type { PageReference } from 'lightning/navigation';

export interface FloorColumn {
    readonly name: string;
    readonly label: string;
    /** Numbers stand at the right. */
    readonly isNumber: boolean;
}

export interface FloorRow {
    readonly key: string;
    /** In the order of the columns; the first says whose line it is. */
    readonly cells: readonly string[];
    /** The column in which the line asks for attention. */
    readonly warning?: string;
    readonly link?: { readonly url: string; readonly page: PageReference };
}

interface Cell {
    readonly name: string;
    readonly text: string;
    readonly className: string;
}

interface RowCell extends Cell {
    readonly isWarning: boolean;
}

interface RowView extends FloorRow {
    readonly head: string;
    readonly rest: readonly RowCell[];
}

/**
 * A table of the floor.
 * @fires open with the PageReference of a line's record
 */
export default class ConvoxFloorTable extends LightningElement {
    @api heading = '';
    @api columns: readonly FloorColumn[] = [];
    @api rows: readonly FloorRow[] = [];
    @api emptyText = '';
    labels = { warning };

    get isEmpty(): boolean {
        return this.rows.length === 0;
    }

    get heads(): Cell[] {
        return this.columns.map(({ name, label, isNumber }) => ({ name, text: label, className: classOf(isNumber) }));
    }

    get views(): RowView[] {
        return this.rows.map((row) => ({
            ...row,
            head: row.cells[0] ?? '',
            rest: this.columns
                .map(({ name, isNumber }, place) => ({
                    name,
                    text: row.cells[place] ?? '',
                    className: name === row.warning ? `${classOf(isNumber)} warning` : classOf(isNumber),
                    isWarning: name === row.warning
                }))
                .slice(1)
        }));
    }

    handleOpen(event: Event): void {
        // The address is for those who open it in a tab of their own.
        event.preventDefault();
        const key = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.key : undefined;
        const detail = this.rows.find((row) => row.key === key)?.link?.page;
        this.dispatchEvent(new CustomEvent('open', { detail }));
    }
}

function classOf(isNumber: boolean): string {
    return isNumber ? 'number' : '';
}
