import { api, LightningElement } from 'lwc';

/** Icon and title of a page, with a line on what it is and a line, announced when it changes, on how it stands. */
export default class PageTitle extends LightningElement {
    @api icon = '';
    @api label = '';
    /** Left out: no such line. */
    @api description: string | undefined;
    /** Left out: no such line. */
    @api state: string | undefined;

    get hasDescription(): boolean {
        return this.description !== undefined;
    }

    get hasState(): boolean {
        return this.state !== undefined;
    }
}
