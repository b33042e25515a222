import type { AgentSetup } from 'c/convoxAgentSetup';
import { sendCommand, wait } from 'c/convoxCallControl';
import type { CommandResult } from 'c/convoxCommand';
import { commandRow, dialGuard, followDial, placeDial } from 'c/convoxDialing';
import type { DialTarget, WireReader } from 'c/convoxDialing';

/** Milliseconds for ConVox's answer. */
const PATIENCE = 60_000;

/** Calls by the background route, which needs no page, and keeps the guard until the call is over. */
export async function dialInBackground(
    target: DialTarget,
    dialer: AgentSetup,
    reader: WireReader
): Promise<CommandResult> {
    const placed = placeDial(target, dialer, dialGuard);
    const result = await sendCommand(placed.command, 'Background', {
        runFlow: () => Promise.resolve({ end: 'notStarted' }),
        readRow: () => commandRow(placed, reader),
        wait,
        patience: PATIENCE,
        onLateAnswer: () => undefined
    });
    if (result.state === 'refused') {
        dialGuard.open(placed.closed);
    } else {
        followDial(placed, { reader, guard: dialGuard, wait }, () => undefined);
    }
    return result;
}
