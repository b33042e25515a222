import { browserEdges } from 'c/convoxSession';
import type { Undo } from 'c/convoxSession';
import { CallerTitle } from './callerTitle.ts';
import { notify } from './notice.ts';
import { isChosen } from './signalSettings.ts';
import { playTone } from './tone.ts';

export { askToNotify, followPermission } from './notice.ts';
export { choose, isChosen } from './signalSettings.ts';
export { playTone } from './tone.ts';

const LOOK_EVERY = 1000;

const title = new CallerTitle();
let stop: Undo = () => undefined;

/** Takes every sign of a call away. */
export function endSignal(): void {
    stop();
}

/** Says by ear, if the agent wants that, that a call has come. */
export function soundSignal(): void {
    if (isChosen('tone')) {
        playTone();
    }
}

/** Says who is calling until the agent looks at this page. */
export function signalCall(caller: string): void {
    soundSignal();
    if (document.hasFocus()) {
        return;
    }
    stop();
    const takeNoticeAway = isChosen('notification') ? notify(caller) : () => undefined;
    let stopTimer: Undo = () => undefined;
    stop = () => {
        stopTimer();
        title.giveBack();
        takeNoticeAway();
    };
    const look = (): void => {
        if (document.hasFocus()) {
            stop();
        } else {
            title.show(caller);
            stopTimer = browserEdges().clock.after(LOOK_EVERY, look);
        }
    };
    look();
}
