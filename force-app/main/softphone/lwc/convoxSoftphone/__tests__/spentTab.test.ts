import { closeSpentTab } from '../spentTab.ts';

const close = jest.spyOn(window, 'close').mockImplementation(() => undefined);

beforeEach(() => close.mockClear());

test.each([
    ['that ConVox opened closes', 'cmp/c__convoxScreenPop?c__CallerID=9', false, true],
    ['in which something is left stays', 'cmp/c__convoxScreenPop?c__CallerID=9', true, false],
    ['that the agent opened stays', 'o/Contact/list', false, false]
])('a tab %s', (_what, page, mustStay, closes) => {
    // The address that the page was opened by, which jsdom does not tell.
    Reflect.set(performance, 'getEntriesByType', () => [{ name: `https://sunrise.example/lightning/${page}` }]);
    closeSpentTab(mustStay);
    expect(close).toHaveBeenCalledTimes(closes ? 1 : 0);
});
