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

function pathOf({ type, attributes }: PageReference): string {
    const { objectApiName, recordId, actionName, componentName, pageName, apiName, relationshipApiName } = attributes;
    switch (type) {
        case 'standard__recordPage':
            return `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/${actionName ?? 'view'}`;
        case 'standard__recordRelationshipPage':
            return `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/related/${relationshipApiName}/view`;
        case 'standard__objectPage':
            return `/lightning/o/${objectApiName}/${actionName ?? 'home'}`;
        case 'standard__component':
            return `/lightning/cmp/${componentName}`;
        case 'standard__navItemPage':
            return `/lightning/n/${apiName}`;
        case 'standard__namedPage':
            return `/lightning/page/${pageName}`;
        default:
            throw new Error(`The console cannot show a page of type ${type}`);
    }
}

/** The address of a page; a `standard__webPage` keeps its own. Throws for a type the console does not know. */
export function toUrl(reference: PageReference): string {
    if (reference.type === 'standard__webPage') {
        return String(reference.attributes['url'] ?? '');
    }
    const query = new URLSearchParams(survivingState(Object.entries(reference.state ?? {}))).toString();
    return pathOf(reference) + (query ? `?${query}` : '');
}

function reference(
    type: string,
    attributes: PageReference['attributes'],
    state: Record<string, string>
): PageReference {
    return { type, attributes, state };
}

/** Reads the address of a page of the console; undefined when it is none. */
export function fromUrl(address: string): PageReference | undefined {
    const { pathname, searchParams } = new URL(address, 'https://console.invalid');
    const [root, kind, first, second, third] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
    const state = survivingState(searchParams);
    if (root !== 'lightning' || first === undefined) {
        return undefined;
    }
    switch (kind) {
        case 'r':
            return third === undefined
                ? reference('standard__recordPage', { recordId: first, actionName: second ?? 'view' }, state)
                : reference(
                      'standard__recordPage',
                      { objectApiName: first, recordId: second, actionName: third },
                      state
                  );
        case 'o':
            return reference('standard__objectPage', { objectApiName: first, actionName: second ?? 'home' }, state);
        case 'cmp':
            return reference('standard__component', { componentName: first }, state);
        case 'n':
            return reference('standard__navItemPage', { apiName: first }, state);
        case 'page':
            return reference('standard__namedPage', { pageName: first }, state);
        default:
            return undefined;
    }
}

/** Two references with one key are the same page: it is shown once, and only its state changes. */
export function pageKey(page: PageReference): string {
    const { attributes, type } = page;
    return type === 'standard__recordPage'
        ? `record ${String(attributes['recordId'])} ${String(attributes['actionName'] ?? 'view')}`
        : `${type} ${Object.values(attributes).map(String).join(' ')}`;
}
