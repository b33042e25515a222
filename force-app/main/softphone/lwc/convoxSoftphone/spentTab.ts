import { isPopPage } from 'c/convoxSession';

/**
 * Closes a tab that ConVox opened for a call, once another one has its calls: left open, they would be a hundred by the evening.
 * A browser closes only tabs that a script opened.
 * @param mustStay the agent entered something there, or an answer comes to it
 */
export function closeSpentTab(mustStay: boolean): void {
    if (isPopPage(performance) && !mustStay) {
        window.close();
    }
}
