/** What the package's metadata says about the console: the server reads it, the page draws it. API names throughout. */

export interface Composition {
    readonly app: ConsoleApp;
    /** Other apps of the package, for the app launcher. */
    readonly apps: readonly { readonly name: string; readonly label: string; readonly description: string }[];
    /** App pages of other apps: an address and the app launcher reach them from any app. */
    readonly pageTabs: readonly NavigationItem[];
    /** Every FlexiPage by name. */
    readonly pages: Readonly<Record<string, FlexiPage>>;
    /** FlexiPage that shows an object's records in this app, by object. */
    readonly recordPages: Readonly<Record<string, string>>;
    /** By object. An object without one shows all its fields. */
    readonly layouts: Readonly<Record<string, PageLayout>>;
    /** Fields of the highlights panel, by object. */
    readonly compactLayouts: Readonly<Record<string, readonly string[]>>;
    readonly listViews: Readonly<Record<string, readonly ListView[]>>;
    readonly actions: Readonly<Record<string, readonly RecordAction[]>>;
    /** Headings of related lists, by child object and lookup: `ConVox_Call__c.Contact__c`. */
    readonly relationshipLabels: Readonly<Record<string, string>>;
    /** `category:name` of the icon of an object's tab. */
    readonly tabIcons: Readonly<Record<string, string>>;
    /** The package's components that pages may hold, by name. */
    readonly components: Readonly<Record<string, ComponentDefinition>>;
}

export interface ConsoleApp {
    readonly name: string;
    readonly label: string;
    /** Hash colour of the app's brand. */
    readonly color: string;
    readonly navigation: readonly NavigationItem[];
    /** FlexiPage of type UtilityBar. */
    readonly utilityBar?: string;
}

/** An entry of the navigation menu: an object's home, or an app page. */
export interface NavigationItem {
    readonly tab: string;
    readonly objectApiName?: string;
    readonly page?: string;
    /** Absent for objects that hold records: their plural label comes from the org. */
    readonly label?: string;
}

export interface FlexiPage {
    readonly name: string;
    readonly label: string;
    readonly type: string;
    readonly template: string;
    readonly objectApiName?: string;
    readonly regions: readonly PageRegion[];
}

export interface PageRegion {
    readonly name: string;
    /** A Facet is no place on the page: a component's property names it. */
    readonly type: 'Region' | 'Facet' | 'Background';
    readonly items: readonly PageItem[];
}

export type PageItem = ComponentItem | FieldItem;

export interface ComponentItem {
    readonly kind: 'component';
    /** `force:detailPanel`, or a bundle of the package: `convoxSoftphone`. */
    readonly component: string;
    readonly identifier: string;
    readonly properties: Readonly<Record<string, string>>;
    /** Properties that hold several values, such as `actionNames` of the highlights panel. */
    readonly lists: Readonly<Record<string, readonly string[]>>;
    /** Utility items only: eager, height, icon, label, scrollable, width. */
    readonly decorators: Readonly<Record<string, string>>;
}

export interface FieldItem {
    readonly kind: 'field';
    readonly field: string;
    readonly behavior: string;
}

export interface PageLayout {
    /** Without its object: `Call Layout`. */
    readonly name: string;
    readonly sections: readonly { readonly label: string; readonly columns: readonly (readonly string[])[] }[];
    readonly relatedLists: readonly { readonly name: string; readonly fields: readonly string[] }[];
    /** `Edit`, `Object.Action`, in the order of their buttons; absent when the layout says nothing about them. */
    readonly actions?: readonly string[];
}

export interface ListView {
    readonly name: string;
    readonly label: string;
    readonly columns: readonly string[];
    readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
    /** How the filters are combined, by their numbers from 1; all of them when left out. */
    readonly logic?: string;
    /** Only the signed-in user's own records. */
    readonly mine: boolean;
}

export interface RecordAction {
    /** With its object: `Contact.Call_Now`. */
    readonly name: string;
    readonly label: string;
    readonly component: string;
    /** Without a screen the component's `invoke` runs at once. */
    readonly hasScreen: boolean;
}

export interface ComponentDefinition {
    readonly label: string;
    readonly targets: readonly string[];
    readonly properties: Readonly<Record<string, { readonly type: string; readonly default?: string }>>;
}

/** Who is signed in, as Salesforce describes its users. */
export interface ConsoleSession {
    readonly user: {
        readonly id: string;
        readonly name: string;
        readonly username: string;
        /** BCP 47, such as `en-US` or `hi`. */
        readonly language: string;
        readonly locale: string;
        /** IANA name. */
        readonly timeZone: string;
        /** ISO 4217. */
        readonly currency: string;
    };
    /** Whether the page reloads by itself after a build. */
    readonly liveReload: boolean;
}
