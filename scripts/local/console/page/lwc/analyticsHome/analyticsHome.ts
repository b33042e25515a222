import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { readAnalyticsFolders } from '../../data/analytics.ts';
import type { AnalyticsFolder, AnalyticsItem, AnalyticsKind } from '../../data/analytics.ts';
import { iconOf } from '../../data/icons.ts';

interface ListedFolder {
    readonly name: string;
    readonly items: readonly (AnalyticsItem & { readonly url: string })[];
}

/** The home of reports or of dashboards: what the user may open, by folder. */
export default class AnalyticsHome extends NavigationMixin(LightningElement) {
    @api kind: AnalyticsKind = 'Report';
    found: readonly AnalyticsFolder[] = [];
    isLoaded = false;
    problem = '';

    override connectedCallback(): void {
        void this.load();
    }

    private async load(): Promise<void> {
        try {
            this.found = await readAnalyticsFolders(this.kind);
        } catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
        }
        this.isLoaded = true;
    }

    get folders(): readonly ListedFolder[] {
        return this.found.map(({ items, name }) => ({
            name,
            items: items.map((item) => ({ ...item, url: `/lightning/r/${this.kind}/${item.id}/view` }))
        }));
    }

    get label(): string {
        return `${this.kind}s`;
    }

    get nameLabel(): string {
        return `${this.kind} Name`;
    }

    get icon(): string {
        return iconOf(this.kind);
    }

    get isEmpty(): boolean {
        return this.isLoaded && this.problem === '' && this.found.length === 0;
    }

    get summary(): string {
        const count = this.found.reduce((sum, { items }) => sum + items.length, 0);
        return this.isLoaded ? `${count} ${count === 1 ? 'item' : 'items'}, by folder` : 'Loading...';
    }

    open(event: Event): void {
        event.preventDefault();
        const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['id'] : undefined;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName: this.kind, actionName: 'view' }
        });
    }
}
