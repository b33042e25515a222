import { fromUrl, pageKey, toUrl } from './pageReference.ts';
import type { PageReference } from './pageReference.ts';

const CONTACT = '003000000000001AAA';

test.each<[string, PageReference]>([
    [
        `/lightning/r/Contact/${CONTACT}/view`,
        {
            type: 'standard__recordPage',
            attributes: { objectApiName: 'Contact', recordId: CONTACT, actionName: 'view' },
            state: {}
        }
    ],
    [
        `/lightning/r/${CONTACT}/view`,
        { type: 'standard__recordPage', attributes: { recordId: CONTACT, actionName: 'view' }, state: {} }
    ],
    [
        '/lightning/o/Lead/list?filterName=Mine',
        {
            type: 'standard__objectPage',
            attributes: { objectApiName: 'Lead', actionName: 'list' },
            state: { filterName: 'Mine' }
        }
    ],
    [
        '/lightning/o/Contact/new?defaultFieldValues=LastName%3DIyer',
        {
            type: 'standard__objectPage',
            attributes: { objectApiName: 'Contact', actionName: 'new' },
            state: { defaultFieldValues: 'LastName=Iyer' }
        }
    ],
    [
        '/lightning/cmp/c__screen?c__AgentID=AG_1&c__CallerID=98765',
        {
            type: 'standard__component',
            attributes: { componentName: 'c__screen' },
            state: { c__AgentID: 'AG_1', c__CallerID: '98765' }
        }
    ],
    ['/lightning/n/Board', { type: 'standard__navItemPage', attributes: { apiName: 'Board' }, state: {} }]
])('%s stands for one page reference, both ways', (url, reference) => {
    expect(fromUrl(url)).toEqual(reference);
    expect(toUrl(reference)).toBe(url);
});

test('parameters without a namespace prefix do not survive, as in Lightning Experience', () => {
    expect(fromUrl('/lightning/cmp/c__screen?AgentID=AG_1&c__DID=1800')?.state).toEqual({ c__DID: '1800' });
});

test.each(['/', '/lightning', '/lightning/r/%zz/view', '/lightning/unknown/x', '/services/data'])(
    '%s is no page of the console',
    (url) => {
        expect(fromUrl(url)).toBeUndefined();
    }
);

test('another site keeps its address', () => {
    expect(toUrl({ type: 'standard__webPage', attributes: { url: 'https://example.com/a?b=c' } })).toBe(
        'https://example.com/a?b=c'
    );
});

test('a page type that the console lacks is refused by name', () => {
    expect(() => toUrl({ type: 'comm__loginPage', attributes: {} })).toThrow('comm__loginPage');
});

test('a record is one page, with or without its object, and whatever its state', () => {
    const short = fromUrl(`/lightning/r/${CONTACT}/view`);
    const long = fromUrl(`/lightning/r/Contact/${CONTACT}/view?c__x=1`);
    expect(short && pageKey(short)).toBe(long && pageKey(long));
});
