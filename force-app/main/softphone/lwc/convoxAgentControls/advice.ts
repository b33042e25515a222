import type { Advice } from 'c/convoxReplyAdvice';
import { labels } from './labels.ts';

/** What to do about an answer, beside what ConVox may say of every command. Of what was done there is no more to say. */
export const ADVICE: Advice = {
    accepted: '',
    agentBusy: labels.notNow,
    agentNotIdle: labels.notNow,
    noAnswer: labels.noAnswer,
    nothingToClose: labels.nothingToDo
};
