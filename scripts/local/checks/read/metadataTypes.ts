import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** One element that a type may hold. */
export interface ElementShape {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
    readonly repeatable: boolean;
}

/** What a value must look like: text, a number, a date or time, one of some words, or elements in a fixed order. */
export type ValueShape =
    | { readonly kind: 'text' }
    | { readonly kind: 'boolean' }
    | { readonly kind: 'number' }
    | { readonly kind: 'moment' }
    | { readonly kind: 'words'; readonly words: readonly string[] }
    | { readonly kind: 'elements'; readonly elements: readonly ElementShape[] };

/** Metadata API 66.0 as Salesforce's own type declarations spell it, in schema order with inherited elements first. */
export interface MetadataTypes {
    /** undefined for a name that is no type of the Metadata API. */
    shapeOf(type: string): ValueShape | undefined;
}

/** Reads the declarations of the installed package @salesforce/types, which are generated from the Metadata WSDL. */
export function readMetadataTypes(): MetadataTypes {
    const entry = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
    const file = join(dirname(entry), 'metadata.d.ts');
    return metadataTypesOf(readFileSync(file, 'utf8'));
}

function metadataTypesOf(declarations: string): MetadataTypes {
    const source = ts.createSourceFile('metadata.d.ts', declarations, ts.ScriptTarget.Latest);
    const aliases = new Map<string, ts.TypeNode>();
    source.forEachChild((node) => {
        if (ts.isTypeAliasDeclaration(node)) {
            aliases.set(node.name.text, node.type);
        }
    });
    const known = new Map<string, ValueShape | undefined>();
    const shapeOf = (type: string): ValueShape | undefined => {
        if (!known.has(type)) {
            const primitive = primitives[type];
            const alias = aliases.get(type);
            known.set(type, primitive ?? (alias && shapeOfNode(alias, source, shapeOf)));
        }
        return known.get(type);
    };
    return { shapeOf };
}

const primitives: Readonly<Record<string, ValueShape>> = {
    string: { kind: 'text' },
    boolean: { kind: 'boolean' },
    number: { kind: 'number' },
    // The declarations write the schema's date, time and dateTime alike.
    Date: { kind: 'moment' }
};

type Lookup = (type: string) => ValueShape | undefined;

function shapeOfNode(node: ts.TypeNode, source: ts.SourceFile, shapeOf: Lookup): ValueShape {
    if (ts.isUnionTypeNode(node) || ts.isLiteralTypeNode(node)) {
        const members = ts.isUnionTypeNode(node) ? [...node.types] : [node];
        const words = members.flatMap((member) =>
            ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? [member.literal.text] : []
        );
        return words.length > 0 ? { kind: 'words', words } : { kind: 'text' };
    }
    if (ts.isIntersectionTypeNode(node)) {
        return { kind: 'elements', elements: node.types.flatMap((part) => elementsOf(part, source, shapeOf)) };
    }
    if (ts.isTypeLiteralNode(node)) {
        return { kind: 'elements', elements: elementsOf(node, source, shapeOf) };
    }
    return shapeOf(node.getText(source)) ?? { kind: 'text' };
}

function elementsOf(node: ts.TypeNode, source: ts.SourceFile, shapeOf: Lookup): readonly ElementShape[] {
    if (!ts.isTypeLiteralNode(node)) {
        const inherited = shapeOf(node.getText(source));
        return inherited?.kind === 'elements' ? inherited.elements : [];
    }
    return node.members.flatMap((member) => {
        if (!ts.isPropertySignature(member) || !member.type) {
            return [];
        }
        const repeatable = ts.isArrayTypeNode(member.type);
        const type = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
        return [
            {
                name: member.name.getText(source),
                type: type.getText(source),
                required: member.questionToken === undefined && !repeatable,
                repeatable
            }
        ];
    });
}
