/** The parts of the browser's Performance that tell how a page was opened. */
export interface PageTimes {
    readonly timeOrigin: number;
    getEntriesByType(type: 'navigation'): readonly { readonly name: string }[];
}

const PAGE = 'convoxScreenPop';

/** ConVox opened this page for a call. */
export function isPopPage(times: PageTimes): boolean {
    return times.getEntriesByType('navigation')[0]?.name.includes(PAGE) ?? false;
}
