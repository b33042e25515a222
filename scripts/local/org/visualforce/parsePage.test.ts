import { parsePage, VisualforceError } from './parsePage.ts';

const ATTRIBUTES =
    'docType="html-5.0" showHeader="false" sidebar="false" standardStylesheets="false" applyHtmlTag="false" applyBodyTag="false"';

function page(content: string, attributes = ATTRIBUTES): string {
    return `<apex:page ${attributes}>\n${content}\n</apex:page>\n`;
}

test('text is kept as it is, expressions know where they stand', () => {
    const parts = parsePage(
        page("<p>{!$Label.Hello}</p>\n<script>var a = '{!JSENCODE($CurrentPage.parameters.a_b)}';</script>")
    );
    expect(parts).toEqual([
        { kind: 'text', text: '<!DOCTYPE html>' },
        { kind: 'text', text: '\n<p>' },
        { kind: 'expression', expression: { kind: 'label', name: 'Hello' }, place: 'markup', line: 2 },
        { kind: 'text', text: "</p>\n<script>var a = '" },
        {
            kind: 'expression',
            expression: { kind: 'encoding', name: 'JSENCODE', argument: { kind: 'parameter', name: 'a_b' } },
            place: 'script',
            line: 3
        },
        { kind: 'text', text: "';</script>\n" }
    ]);
});

test.each([
    ['markup that is not closed', page('<p>'), /well-formed/, 3],
    ['no page at all', '<html></html>', /not one <apex:page>/, 1],
    ['a controller', page('<p/>', `controller="Pop" ${ATTRIBUTES}`), /controller="Pop"/, 1],
    ['an action', page('<p/>', `action="{!go}" ${ATTRIBUTES}`), /action=/, 1],
    ['another document type', page('<p/>', ATTRIBUTES.replace('html-5.0', 'html-4.01-strict')), /docType/, 1],
    ['a page with a header', page('<p/>', ATTRIBUTES.replace(' sidebar="false"', '')), /needs sidebar/, 1],
    ['another component', page('<p/>\n<apex:form></apex:form>'), /<apex:form>/, 3],
    ['an unknown function', page('{!UPPER($Label.Hello)}'), /UPPER/, 2],
    ['an unknown variable', page('<p/>\n{!$User.Id}'), /\$User\.Id/, 3],
    ['half a function', page('{!JSENCODE($Label.Hello}'), /JSENCODE/, 2],
    ['an expression in a style', page('<style>p { color: {!$CurrentPage.parameters.c} }</style>'), /parameters\.c/, 2]
])('%s is refused, with its line', (_what, markup, message, line) => {
    const problemOf = (): unknown => {
        try {
            return parsePage(markup);
        } catch (error) {
            return error instanceof VisualforceError ? [error.message, error.line] : error;
        }
    };
    expect(problemOf()).toEqual([expect.stringMatching(message), line]);
});
