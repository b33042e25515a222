/** A place in the console, as Salesforce's page references name it. */
export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string | boolean | undefined>>;
    readonly state?: Readonly<Record<string, string | undefined>>;
}

/** Values of the query that Salesforce itself puts on object pages; other names need a namespace prefix. */
const PLATFORM_STATE = new Set([
    'filterName',
    'defaultFieldValues',
    'nooverride',
    'recordTypeId',
    'useRecordTypeCheck',
    'backgroundContext',
    'count'
]);

/** Salesforce keeps only its own names and names with a namespace prefix such as `c__`; everything else is dropped. */
function survivingState(state: Iterable<readonly [string, string | undefined]>): Record<string, string> {
    const kept: Record<string, string> = {};
    for (const [name, value] of state) {
        if (value !== undefined && (PLATFORM_STATE.has(name) || name.includes('__'))) {
            kept[name] = value;
        }
    }
    return kept;
}

type Path = (attributes: PageReference['attributes']) => string;

const PATHS: Readonly<Record<string, Path>> = {
    standard__recordPage: ({ objectApiName, recordId, actionName = 'view' }) =>
        `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/${actionName}`,
    standard__objectPage: ({ objectApiName, actionName = 'home' }) => `/lightning/o/${objectApiName}/${actionName}`,
    standard__component: ({ componentName }) => `/lightning/cmp/${componentName}`,
    standard__navItemPage: ({ apiName }) => `/lightning/n/${apiName}`,
    standard__namedPage: ({ pageName }) => `/lightning/page/${pageName}`
};

function pathOf({ type, attributes }: PageReference): string {
    const path = PATHS[type];
    if (!path) {
        throw new Error(`The console cannot show a page of type ${type}`);
    }
    return path(attributes);
}

/** The address of a page; a `standard__webPage` keeps its own. Throws for a type the console does not know. */
export function toUrl(reference: PageReference): string {
    if (reference.type === 'standard__webPage') {
        return String(reference.attributes['url'] ?? '');
    }
    const query = new URLSearchParams(survivingState(Object.entries(reference.state ?? {}))).toString();
    return pathOf(reference) + (query ? `?${query}` : '');
}

type Reading = readonly [type: string, attributes: PageReference['attributes']];

/** What the parts of a path after `/lightning/<kind>` name, by kind. */
const READINGS: Readonly<Record<string, (parts: readonly string[]) => Reading>> = {
    r: ([first, second, third]) =>
        third === undefined
            ? ['standard__recordPage', { recordId: first, actionName: second ?? 'view' }]
            : ['standard__recordPage', { objectApiName: first, recordId: second, actionName: third }],
    o: ([objectApiName, actionName = 'home']) => ['standard__objectPage', { objectApiName, actionName }],
    cmp: ([componentName]) => ['standard__component', { componentName }],
    n: ([apiName]) => ['standard__navItemPage', { apiName }],
    page: ([pageName]) => ['standard__namedPage', { pageName }]
};

/** The parts of a path; none for one that no browser would have written. */
function partsOf(pathname: string): string[] {
    try {
        return pathname.split('/').filter(Boolean).map(decodeURIComponent);
    } catch {
        return [];
    }
}

/** Reads the address of a page of the console; undefined when it is none. */
export function fromUrl(address: string): PageReference | undefined {
    const { pathname, searchParams } = new URL(address, 'https://console.invalid');
    const [root, kind = '', ...parts] = partsOf(pathname);
    const read = READINGS[kind];
    if (root !== 'lightning' || !read || parts.length === 0) {
        return undefined;
    }
    const [type, attributes] = read(parts);
    return { type, attributes, state: survivingState(searchParams) };
}

/** Two references with one key are the same page: it is shown once, and only its state changes. */
export function pageKey(page: PageReference): string {
    const { attributes, type } = page;
    return type === 'standard__recordPage'
        ? `record ${String(attributes['recordId'])} ${String(attributes['actionName'] ?? 'view')}`
        : `${type} ${Object.values(attributes).map(String).join(' ')}`;
}
