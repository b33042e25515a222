import { countOf, isSet, rowsOf, shownText, textOf } from 'c/convoxGraphqlRows';
import type { BegunChange } from 'c/convoxSetupChecks';
import { fillIn } from 'c/convoxText';
import { isAfter, shown } from './changeSeen.ts';
import type { ChangeSeen, Shown } from './changeSeen.ts';
import { labels } from './labels.ts';

/*
 * What is so now, whoever brought it about and when: somebody who had no right has none to lose. A record that nobody has
 * saved since the begin was so before, and that is said.
 */

type Row = ReturnType<typeof rowsOf>[number];

function since({ moment }: BegunChange, row: Row | undefined, name: string): string {
    const isOlder = row !== undefined && !isAfter(textOf(row, 'LastModifiedDate'), moment);
    return isOlder ? fillIn(labels.before, name) : name;
}

export function agentOff(change: BegunChange, { told }: ChangeSeen): Shown {
    const [row] = rowsOf(told, 'ConVox_Agent__c');
    const [, , code = ''] = change.of;
    const isOff = told !== undefined && (row === undefined || !isSet(row, 'Is_Active__c'));
    return shown(isOff, isOff ? since(change, row, code) : code);
}

export function noRights(change: BegunChange, { told, rights }: ChangeSeen): Shown {
    const [, userId = ''] = change.of;
    const [user] = rowsOf(told, 'User');
    if (user && !isSet(user, 'IsActive')) {
        return shown(true, since(change, user, shownText(user, 'Name')));
    }
    const left = [...(rights?.usersBySet ?? [])].filter(([, users]) => users.has(userId)).map(([set]) => set);
    return shown(rights !== undefined && rights.fault === '' && left.length === 0, left.join(', '));
}

export function noPromises(_: BegunChange, { told }: ChangeSeen): Shown {
    const count = countOf(told, 'ConVox_Follow_Up__c');
    return shown(told !== undefined && count === 0, told === undefined ? '' : String(count));
}
