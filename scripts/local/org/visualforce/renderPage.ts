import { encode, htmlEncode } from './encoders.ts';
import type { Expression } from './expression.ts';
import type { PagePart } from './parsePage.ts';

/** What a page may ask about the request and the org. */
export interface PageContext {
    /** A parameter's value, '' when there is none. */
    readonly parameter: (name: string) => string;
    /** A custom label's text in the user's language. */
    readonly label: (name: string) => string;
}

/** The HTML of a page for one request. */
export function renderPage(parts: readonly PagePart[], context: PageContext): string {
    return parts
        .map((part) => {
            if (part.kind === 'text') {
                return part.text;
            }
            const value = evaluate(part.expression, context);
            return part.place === 'markup' ? htmlEncode(value) : value;
        })
        .join('');
}

function evaluate(expression: Expression, context: PageContext): string {
    switch (expression.kind) {
        case 'encoding':
            return encode(expression.name, evaluate(expression.argument, context));
        case 'parameter':
            return context.parameter(expression.name);
        case 'label':
            return context.label(expression.name);
    }
}
