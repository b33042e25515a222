import { isPopPage } from 'c/convoxSession';
import type { PageTimes } from 'c/convoxSession';

/**
 * When ConVox opened the pop, in milliseconds since 1970: when the browser began to load this page, if it loaded it
 * for a pop; a pop that reaches a page which is open already begins now.
 * @param isFirst no pop has reached this page before
 */
export function poppedAt(times: PageTimes, now: number, isFirst: boolean): number {
    return isFirst && isPopPage(times) ? Math.round(times.timeOrigin) : now;
}
