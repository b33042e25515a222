import { stripIgnoredCharacters } from 'graphql';

/** A tagged document in compiled code; a bundler may number the tag. */
const DOCUMENT = /\b(gql\d*)\s*`([^`]*)`/g;

/** The code with its GraphQL documents cut to what they say: agents download no indentation. */
export function withoutQuerySpaces(code: string): string {
    return code.replace(
        DOCUMENT,
        (_, tag: string, document: string) => `${tag}\`${stripIgnoredCharacters(document)}\``
    );
}
