import { formulaLink } from './formulaLink.ts';

test.each([
    [
        '<a href="/lightning/cmp/c__x?c__a=1&amp;c__b=2" target="_self">☎</a>',
        ['/lightning/cmp/c__x?c__a=1&c__b=2', '_self', '☎']
    ],
    ['<a href="https://example.com" target="_blank">a &lt; b</a>', ['https://example.com', '_blank', 'a < b']],
    ['before <a href="/x" target="_self">x</a>', undefined],
    ['<a href="/x" target="_self" onclick="x">x</a>', undefined],
    ['plain', undefined],
    [null, undefined]
])('%s is the link %j', (value, parts) => {
    const [url, target, label] = parts ?? [];
    expect(formulaLink(value)).toEqual(parts && { url, target, label });
});
