import { rowsOf, textOf } from 'c/convoxGraphqlRows';
import { gql } from 'lightning/graphql';

export const USERS_QUERY = gql`
    query convoxUsers($usernames: [String!]!) {
        uiapi {
            query {
                User(where: { and: [{ Username: { in: $usernames } }, { IsActive: { eq: true } }] }, first: 50)
                    @optional {
                    edges {
                        node {
                            Id
                            Username @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Ids of the users by username in small letters. */
export function readUsers(data: unknown): Map<string, string> {
    return new Map(rowsOf(data, 'User').map((row) => [textOf(row, 'Username').toLowerCase(), textOf(row, 'Id')]));
}
