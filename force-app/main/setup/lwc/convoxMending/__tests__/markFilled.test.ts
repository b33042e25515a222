import type { KeysState } from 'c/convoxKeyFilling';
import { isAllFilled } from '../markFilled.ts';

const STATE: KeysState = { contacts: 0, leads: 0, accounts: 0, isFilling: false, filled: 9, refused: [] };
const FILLING: KeysState = { ...STATE, isFilling: true };

it.each<[what: string, before: KeysState | undefined, now: KeysState, isDone: boolean]>([
    ['nobody is left once the filling has ended', FILLING, STATE, true],
    ['it goes on', FILLING, FILLING, false],
    ['nobody was left before anybody filled', undefined, STATE, false],
    ['it had ended before', STATE, STATE, false],
    ['somebody is left', FILLING, { ...STATE, leads: 1 }, false],
    ['the org refused somebody', FILLING, { ...STATE, refused: [{ id: '003', reason: 'No' }] }, false]
])('%s', (_what, before, now, isDone) => {
    expect(isAllFilled(before, now)).toBe(isDone);
});
