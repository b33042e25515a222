import { countOf, rowsOf, textOf } from 'c/convoxGraphqlRows';
import { gql } from 'lightning/graphql';
import type { GraphqlDocument } from 'lightning/graphql';

export const KEYED_OBJECTS = ['Contact', 'Lead', 'Account'] as const;
export type KeyedObject = (typeof KEYED_OBJECTS)[number];

/** Rows of one object that have a number without its key. */
export interface UnkeyedRows {
    readonly object: KeyedObject;
    /** The first of them. */
    readonly ids: readonly string[];
    readonly total: number;
}

export interface UnkeyedRequest {
    readonly query: GraphqlDocument;
    readonly variables: { readonly since: string; readonly refused: readonly string[] };
}

/**
 * Who was saved last before the flows that fill keys were here. Who was saved since and has no key has no number that
 * can be read. One page is as large as what the platform saves at once.
 */
export const UNKEYED_QUERY = gql`
    query convoxUnkeyed($since: DateTime!, $refused: [ID!]!) {
        uiapi {
            query {
                Contact(
                    where: {
                        and: [
                            { LastModifiedDate: { lt: { value: $since } } }
                            { Id: { nin: $refused } }
                            {
                                or: [
                                    { and: [{ Phone: { ne: null } }, { ConVox_Phone_Key__c: { eq: null } }] }
                                    { and: [{ MobilePhone: { ne: null } }, { ConVox_Mobile_Key__c: { eq: null } }] }
                                    { and: [{ HomePhone: { ne: null } }, { ConVox_Home_Key__c: { eq: null } }] }
                                    { and: [{ OtherPhone: { ne: null } }, { ConVox_Other_Key__c: { eq: null } }] }
                                    {
                                        and: [
                                            { AssistantPhone: { ne: null } }
                                            { ConVox_Assistant_Key__c: { eq: null } }
                                        ]
                                    }
                                ]
                            }
                        ]
                    }
                    first: 200
                ) @optional {
                    totalCount
                    edges {
                        node {
                            Id
                        }
                    }
                }
                Lead(
                    where: {
                        and: [
                            { LastModifiedDate: { lt: { value: $since } } }
                            { Id: { nin: $refused } }
                            { IsConverted: { eq: false } }
                            {
                                or: [
                                    { and: [{ Phone: { ne: null } }, { ConVox_Phone_Key__c: { eq: null } }] }
                                    { and: [{ MobilePhone: { ne: null } }, { ConVox_Mobile_Key__c: { eq: null } }] }
                                ]
                            }
                        ]
                    }
                    first: 200
                ) @optional {
                    totalCount
                    edges {
                        node {
                            Id
                        }
                    }
                }
                Account(
                    where: {
                        and: [
                            { LastModifiedDate: { lt: { value: $since } } }
                            { Id: { nin: $refused } }
                            { and: [{ Phone: { ne: null } }, { ConVox_Phone_Key__c: { eq: null } }] }
                        ]
                    }
                    first: 200
                ) @optional {
                    totalCount
                    edges {
                        node {
                            Id
                        }
                    }
                }
            }
        }
    }
`;

export function readUnkeyed(data: unknown): UnkeyedRows[] {
    return KEYED_OBJECTS.map((object) => ({
        object,
        ids: rowsOf(data, object).map((row) => textOf(row, 'Id')),
        total: countOf(data, object)
    }));
}
