import type { GraphqlDocument } from 'lightning/graphql';
import { FLOOR_QUERY } from './floorQuery.ts';

const HOUR = 60 * 60 * 1000;
/** Whose state is older has gone home, whatever it says. */
const SHIFT = 12 * HOUR;

/** What a graphql wire is asked for. */
export interface FloorRequest {
    readonly query: GraphqlDocument;
    readonly variables: { readonly shift: string };
}

/** The question as it is asked at this moment: one of another moment is answered by no cache. */
export function floorRequest(now: number): FloorRequest {
    return { query: FLOOR_QUERY, variables: { shift: new Date(now - SHIFT).toISOString() } };
}

/** Whether a request still asks for about the last shift. */
export function isCurrent({ variables }: FloorRequest, now: number): boolean {
    return now - Date.parse(variables.shift) < SHIFT + HOUR;
}
