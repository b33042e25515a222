import type { FloorTile } from 'c/convoxFloorTiles';
import { clockText, fillIn } from 'c/convoxText';
import { labels } from './labels.ts';
import { listLink } from './links.ts';
import { abandonment, isSlow, serviceLevel, speedOfAnswer, together } from './processFigures.ts';
import type { Floor } from './readFloor.ts';
import { countText, percentText, secondsText, targetText } from './words.ts';

/** The floor in figures: the line, the day, and what waits for somebody. */
export function tilesOf(
    { calls, processes, missed, overduePromises, unansweredCommands }: Floor,
    now: number
): FloorTile[] {
    const all = together(processes);
    const speed = speedOfAnswer(all);
    const target = all.targets && fillIn(labels.target, targetText(all));
    const isWarning = isSlow(all);
    const plain = { note: '', isWarning: false };
    return [
        { ...plain, name: 'onLine', label: labels.onLine, value: countText(calls.length) },
        { ...plain, name: 'offered', label: labels.offered, value: countText(all.offered) },
        { ...plain, name: 'answered', label: labels.answered, value: countText(all.answered) },
        {
            ...plain,
            name: 'missed',
            label: labels.missed,
            value: countText(all.missed),
            note: all.offered > 0 ? fillIn(labels.ofOffered, percentText(abandonment(all))) : ''
        },
        {
            ...plain,
            name: 'serviceLevel',
            label: labels.serviceLevel,
            value: percentText(serviceLevel(all)),
            note: target ?? ''
        },
        {
            ...plain,
            name: 'speedOfAnswer',
            label: labels.speedOfAnswer,
            value: secondsText(speed),
            note: isWarning ? fillIn(labels.aboveTarget, targetText(all)) : (target ?? ''),
            isWarning
        },
        {
            name: 'toReturn',
            label: labels.toReturn,
            value: countText(missed.total),
            note: missed.oldest === undefined ? '' : fillIn(labels.waitingSince, ageText(now - missed.oldest)),
            link: listLink('ConVox_Call__c', 'Missed_Not_Returned'),
            isWarning: missed.total > 0
        },
        {
            name: 'overduePromises',
            label: labels.overduePromises,
            value: countText(overduePromises),
            note: '',
            link: listLink('ConVox_Follow_Up__c', 'Overdue_Promises'),
            isWarning: overduePromises > 0
        },
        {
            name: 'unansweredCommands',
            label: labels.unansweredCommands,
            value: countText(unansweredCommands),
            note: '',
            link: listLink('ConVox_Command__c', 'Unknown_Today'),
            isWarning: unansweredCommands > 0
        }
    ];
}

const DAY = 24 * 60 * 60 * 1000;

/** Within a day to the second, after that in days. */
function ageText(milliseconds: number): string {
    return milliseconds < DAY
        ? clockText(milliseconds)
        : fillIn(labels.days, countText(Math.floor(milliseconds / DAY)));
}
