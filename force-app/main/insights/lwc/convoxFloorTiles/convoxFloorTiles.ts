import { LightningElement, api } from 'lwc';
import warning from '@salesforce/label/c.ConVox_Wallboard_Attention';
import type { PageReference } from 'lightning/navigation';

/** A figure with what it means. */
export interface FloorTile {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    /** '' when there is nothing to add. */
    readonly note: string;
    readonly isWarning: boolean;
    /** Where the rows behind it are. */
    readonly link?: { readonly url: string; readonly page: PageReference };
}

/**
 * The floor in figures.
 * @fires open with the PageReference of a figure's rows
 */
export default class ConvoxFloorTiles extends LightningElement {
    @api tiles: readonly FloorTile[] = [];

    labels = { warning };

    get views(): (FloorTile & { className: string })[] {
        return this.tiles.map((tile) => ({ ...tile, className: tile.isWarning ? 'tile warning' : 'tile' }));
    }

    handleOpen(event: Event): void {
        // The address is for those who open it in a tab of their own.
        event.preventDefault();
        const name = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.name : undefined;
        const detail = this.tiles.find((tile) => tile.name === name)?.link?.page;
        this.dispatchEvent(new CustomEvent('open', { detail }));
    }
}
