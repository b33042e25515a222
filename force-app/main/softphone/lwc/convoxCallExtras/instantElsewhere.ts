import type { CallState } from 'c/convoxCallState';
import { readServerTime, serverTimeAt } from 'c/convoxContract';
import { textAt } from 'c/convoxPath';

/** The promised instant where a clock in the agent's own zone shows another time than the server's; '' where both agree. */
export function instantElsewhere({ owner, draft }: CallState, ownZone: string): string {
    if (owner.kind !== 'mine') {
        return '';
    }
    const time = textAt(draft, 'time');
    const wall = { date: textAt(draft, 'date'), hours: time.slice(0, 2), minutes: time.slice(3), seconds: '00' };
    const instant = readServerTime(wall, owner.agent.timeZone) ?? '';
    const own = serverTimeAt(instant, ownZone);
    return own && `${own.hours}:${own.minutes}` !== time ? instant : '';
}
