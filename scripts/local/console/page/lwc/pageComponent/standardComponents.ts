import type { LightningElement } from 'lwc';
import DetailPanel from 'console/detailPanel';
import FieldSection from 'console/fieldSection';
import HighlightsPanel from 'console/highlightsPanel';
import PageTabset from 'console/pageTabset';
import RelatedList from 'console/relatedList';
import RelatedLists from 'console/relatedLists';

/**
 * Salesforce's own page components that the console has, by their names in FlexiPage metadata. They contain one
 * another, so each is looked up when it is needed.
 */
const standardComponents: Readonly<Record<string, () => new () => LightningElement>> = {
    'force:highlightsPanel': () => HighlightsPanel,
    'force:detailPanel': () => DetailPanel,
    'force:relatedListContainer': () => RelatedLists,
    'force:relatedListSingleContainer': () => RelatedList,
    'flexipage:tabset': () => PageTabset,
    'flexipage:tabset2': () => PageTabset,
    'flexipage:fieldSection': () => FieldSection
};

export function standardComponent(name: string): (new () => LightningElement) | undefined {
    return standardComponents[name]?.();
}
