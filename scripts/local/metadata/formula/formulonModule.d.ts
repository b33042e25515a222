/** The part of formulon that the local org calls; the library ships no types. */
declare module 'formulon' {
    export type FormulonResult =
        | { readonly type: 'literal'; readonly dataType: string; readonly value: unknown }
        | { readonly type: 'error'; readonly message: string };

    export function parse(formula: string, values: Readonly<Record<string, object>>): FormulonResult;
}
