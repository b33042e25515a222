import type { EncodingFunction } from './encoders.ts';

/** What stands between `{!` and `}`. */
export type Expression =
    | { readonly kind: 'encoding'; readonly name: EncodingFunction; readonly argument: Expression }
    /** `$CurrentPage.parameters.AgentID`: of the query or of a posted form; names ignore case. */
    | { readonly kind: 'parameter'; readonly name: string }
    /** `$Label.Greeting`, in the user's language. */
    | { readonly kind: 'label'; readonly name: string };

const CALL = /^(JSENCODE|URLENCODE)\s*\((.*)\)$/s;
const PARAMETER = /^\$CurrentPage\.parameters\.([A-Za-z]\w*)$/;
const LABEL = /^\$Label\.([A-Za-z]\w*)$/;

/** Reads an expression; undefined for anything that the local org does not know. */
export function parseExpression(text: string): Expression | undefined {
    const trimmed = text.trim();
    const [, name, inner = ''] = CALL.exec(trimmed) ?? [];
    if (name === 'JSENCODE' || name === 'URLENCODE') {
        const argument = parseExpression(inner);
        return argument && { kind: 'encoding', name, argument };
    }
    const parameter = PARAMETER.exec(trimmed)?.[1];
    if (parameter !== undefined) {
        return { kind: 'parameter', name: parameter };
    }
    const label = LABEL.exec(trimmed)?.[1];
    return label === undefined ? undefined : { kind: 'label', name: label };
}
