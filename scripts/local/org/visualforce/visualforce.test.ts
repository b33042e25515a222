import vm from 'node:vm';
import { parsePage } from './parsePage.ts';
import type { Visualforce } from './visualforce.ts';
import { createVisualforce } from './visualforce.ts';

const PAGE = `<apex:page docType="html-5.0" showHeader="false" sidebar="false" standardStylesheets="false" applyHtmlTag="false" applyBodyTag="false">
<p title="{!$CurrentPage.parameters.name}">{!$Label.Hello}</p>
<script>result = '{!JSENCODE($CurrentPage.parameters.name)}';</script>
<script>query = '{!URLENCODE($CurrentPage.parameters.name)}';</script>
</apex:page>`;

let visualforce: Visualforce;

beforeEach(() => {
    visualforce = createVisualforce({
        pages: new Map([['Greeting', parsePage(PAGE)]]),
        labels: new Map([['Hello', { en_US: 'Hello', hi: 'नमस्ते' }]])
    });
});

const anybody = { language: 'en_US', mayOpenPage: () => true };

async function open(query: Record<string, string>, form?: Record<string, string>, visitor = anybody): Promise<string> {
    const url = `http://org.test/apex/Greeting?${new URLSearchParams(query).toString()}`;
    const request = form ? new Request(url, { method: 'POST', body: new URLSearchParams(form) }) : new Request(url);
    return (await visualforce.answer(request, visitor)).text();
}

/** What a script of the page sees: it is cut out of the page as a browser does, at the first end tag. */
function seenBy(html: string, variable: string): unknown {
    const context = vm.createContext({});
    for (const [, script = ''] of html.matchAll(/<script>(.*?)<\/script>/gs)) {
        vm.runInContext(script, context);
    }
    return Reflect.get(context, variable);
}

test.each([
    ['plain text', 'Priya'],
    ['a quote that would end the string', "'; alert(1); '"],
    ['a double quote', '"'],
    ['a backslash at the end', 'x\\'],
    ['a tag that would end the script', '</script><script>alert(1)</script>'],
    ['line breaks of every kind', 'a\nb\r\nc\u2028d\u2029e'],
    ['a comment that would hide the rest', '<!-- <script>'],
    ['another script', 'प्रिया नायर 📞'],
    ['an expression', '{!$Label.Hello}']
])('%s arrives in a script as it was sent', async (_what, name) => {
    const html = await open({ name });
    expect(seenBy(html, 'result')).toBe(name);
    expect(decodeURIComponent(String(seenBy(html, 'query')))).toBe(name);
    expect(html.match(/<script>/g)).toHaveLength(2);
});

test('in markup every expression is encoded by itself', async () => {
    const html = await open({ name: '"><img src=x onerror="alert(1)">' });
    expect(html).toContain('<p title="&quot;&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;">Hello</p>');
});

test('a posted form counts like a query, names ignore case, and nothing at all is blank', async () => {
    expect(seenBy(await open({}, { NAME: 'Ravi' }), 'result')).toBe('Ravi');
    expect(seenBy(await open({ Name: 'Asha' }, { name: 'Ravi' }), 'result')).toBe('Asha');
    expect(seenBy(await open({}), 'result')).toBe('');
});

test("labels come in the visitor's language", async () => {
    expect(await open({}, undefined, { ...anybody, language: 'hi' })).toContain('>नमस्ते</p>');
});

test.each([
    ['GET', '/apex/Nobody', true, 404],
    ['GET', '/apex/greeting', true, 200],
    ['GET', '/apex/Greeting', false, 403],
    ['DELETE', '/apex/Greeting', true, 405]
])('%s %s, allowed %s: %s', async (method, path, allowed, status) => {
    const response = await visualforce.answer(new Request(`http://org.test${path}`, { method }), {
        language: 'en_US',
        mayOpenPage: (name) => allowed && name === 'Greeting'
    });
    expect(response.status).toBe(status);
});
