/** The parts of the browser's Performance that tell when a page was opened. */
export interface PageTimes {
    readonly timeOrigin: number;
    getEntriesByType(type: 'navigation'): readonly { readonly name: string }[];
}

const PAGE = 'convoxScreenPop';

/**
 * When ConVox opened the pop, in milliseconds since 1970: when the browser began to load this page, if it loaded it
 * for a pop; a pop that reaches a page which is open already begins now.
 * @param isFirst no pop has reached this page before
 */
export function poppedAt(times: PageTimes, now: number, isFirst: boolean): number {
    const wasLoadedForPop = times.getEntriesByType('navigation')[0]?.name.includes(PAGE) ?? false;
    return isFirst && wasLoadedForPop ? Math.round(times.timeOrigin) : now;
}
