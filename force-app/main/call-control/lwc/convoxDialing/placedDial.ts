import type { AgentSetup } from 'c/convoxAgentSetup';
import { awaitAnswer, commandKey } from 'c/convoxCallControl';
import type { Wait } from 'c/convoxCallControl';
import type { CommandResult, DialCommand } from 'c/convoxCommand';
import { rowsOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { gql } from 'lightning/graphql';
import { dialCommandOf } from './dialCommand.ts';
import type { DialTarget } from './dialCommand.ts';
import type { DialGuard } from './dialGuard.ts';
import { readDial } from './dialStanding.ts';
import type { WireReader, WireRequest } from './wireReader.ts';

/** How long a dial without an answer may still get one, in milliseconds. */
const PATIENCE = 120_000;

/** Replies that leave no doubt. */
const CERTAIN = ['accepted', 'refused'];

/** A dial that is made: from now on the guard rests. */
export interface PlacedDial {
    readonly command: DialCommand;
    /** Asks how it stands. */
    readonly request: WireRequest;
    /** What opens the guard for it. */
    readonly closed: number;
}

/** The command's row, and what ConVox or its pop reported since of a call to its number; one by the customer is none of these. */
const PLACED_DIAL_QUERY = gql`
    query convoxPlacedDial($key: String!, $phone: String!, $since: DateTime!) {
        uiapi {
            query {
                ConVox_Command__c(where: { Key__c: { eq: $key } }, first: 1) {
                    edges {
                        node {
                            Id
                            Status__c @optional {
                                value
                            }
                            Reply_Code__c @optional {
                                value
                            }
                            Reply__c @optional {
                                value
                            }
                            Error__c @optional {
                                value
                            }
                        }
                    }
                }
                ConVox_Call__c(
                    where: {
                        and: [
                            { Phone_Key__c: { eq: $phone } }
                            { CreatedDate: { gte: { value: $since } } }
                            { Direction__c: { ne: "Inbound" } }
                        ]
                    }
                    first: 10
                ) {
                    edges {
                        node {
                            Id
                            Status__c @optional {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

let lastPlaced: PlacedDial | undefined;

/** The dial of this page that the guard still waits for: whoever made it may be gone, and somebody has to see it end. */
export function openDial(guard: DialGuard): PlacedDial | undefined {
    return lastPlaced && guard.isClosedBy(lastPlaced.closed) ? lastPlaced : undefined;
}

/** Closes the guard for a call of this number. What is sent then is `command`. */
export function placeDial(target: DialTarget, agent: AgentSetup, guard: DialGuard): PlacedDial {
    const command = dialCommandOf(target, agent);
    const now = Date.now();
    const variables = { key: commandKey(command), phone: target.dial, since: new Date(now).toISOString() };
    lastPlaced = {
        command,
        request: { query: PLACED_DIAL_QUERY, variables },
        closed: guard.close(now, target.text)
    };
    return lastPlaced;
}

/** The command's row as it is now; undefined when it cannot be read. */
export async function commandRow({ request }: PlacedDial, reader: WireReader): Promise<GraphqlRow | undefined> {
    return rowsOf(await reader.read(request), 'ConVox_Command__c')[0];
}

/** What following a dial needs of the component that made it. */
interface Surroundings {
    readonly reader: WireReader;
    readonly guard: DialGuard;
    readonly wait: Wait;
}

/**
 * Looks at a dial's rows, with growing pauses, until its reply is known and its call is over or may be forgotten. Opens the
 * guard when nobody was rung or the call is over. Only ever reads.
 * @param settle told of the reply each time it is read, and of none once the call itself is there: then ConVox did ring
 */
export async function followDial(
    { command, request, closed }: PlacedDial,
    { reader, guard, wait }: Surroundings,
    settle: (result: CommandResult | undefined) => void
): Promise<void> {
    const look = async (): Promise<CommandResult | undefined> => {
        const { reply, isThere, isOver } = readDial(command, await reader.read(request));
        if (isOver) {
            guard.open(closed);
        }
        if (!isThere && !CERTAIN.includes(reply?.state ?? '')) {
            return undefined;
        }
        settle(isThere ? undefined : reply);
        return guard.left(Date.now()) === 0 ? reply : undefined;
    };
    await awaitAnswer(look, PATIENCE, wait);
}
