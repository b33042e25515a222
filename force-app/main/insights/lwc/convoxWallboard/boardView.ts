import type { FloorRow } from 'c/convoxFloorTable';
import type { FloorTile } from 'c/convoxFloorTiles';
import { clockText, fillIn } from 'c/convoxText';
import { labels } from './labels.ts';
import { leftOutOf } from './leftOut.ts';
import type { LeftOut } from './leftOut.ts';
import { readFloor } from './readFloor.ts';
import { OLD_AFTER } from './refreshRhythm.ts';
import { agentRows, callRows, processRows } from './tables.ts';
import { tilesOf } from './tiles.ts';

/** The board in words, at one moment. */
export interface BoardView {
    readonly ageText: string;
    readonly tiles: readonly FloorTile[];
    readonly processRows: readonly FloorRow[];
    readonly callRows: readonly FloorRow[];
    /** None where no gateway tells. */
    readonly agentRows: readonly FloorRow[];
    readonly leftOut: LeftOut | undefined;
}

/** @param data the `data` of the answer, given at `answeredAt` */
export function boardView(data: unknown, answeredAt: number, now: number): BoardView {
    const floor = readFloor(data, now);
    const age = now - answeredAt;
    return {
        ageText: fillIn(age >= OLD_AFTER ? labels.old : labels.updated, clockText(age)),
        tiles: tilesOf(floor, now),
        processRows: processRows(floor),
        callRows: callRows(floor.calls, now),
        agentRows: agentRows(floor, now),
        leftOut: leftOutOf(floor.leftOut)
    };
}
