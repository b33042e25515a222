import { SpentTab } from '../spentTab.ts';

let isInPhone = false;

/** The address that this page was opened by; jsdom does not tell. */
function pageIs(name: string): void {
    Reflect.set(performance, 'getEntriesByType', () => [{ name }]);
}

const close = jest.spyOn(window, 'close').mockImplementation(() => undefined);

/** Whether a tab that ConVox opened closes, after what happened in it. */
function closesAfter(happen: () => void, isWaiting = false): boolean {
    const tab = new SpentTab(() => isInPhone);
    tab.listen();
    happen();
    tab.close(isWaiting);
    tab.stop();
    return close.mock.calls.length > 0;
}

const happens = (type: string) => (): void => {
    document.body.dispatchEvent(new UIEvent(type, { bubbles: true }));
};

function inPhone(happen: () => void): () => void {
    return () => {
        isInPhone = true;
        happen();
        isInPhone = false;
    };
}

beforeEach(() => {
    close.mockClear();
    isInPhone = false;
    pageIs('https://sunrise.example/lightning/cmp/c__convoxScreenPop?c__CallerID=9');
});

test.each<[string, () => void, boolean]>([
    ['nothing was entered', () => undefined, true],
    ['something was typed', happens('input'), false],
    ['a value was chosen', happens('change'), false],
    ['something was only clicked', happens('click'), true],
    ['a key was pressed that enters nothing', happens('keydown'), true],
    ['something was typed in the phone, which keeps it', inPhone(happens('input')), true],
    [
        'something was typed outside the phone and then in it',
        () => {
            happens('input')();
            inPhone(happens('input'))();
        },
        false
    ]
])('whether a tab whose calls another one has closes when %s', (_what, happen, closes) => {
    expect(closesAfter(happen)).toBe(closes);
});

test('a tab that the agent opened stays', () => {
    pageIs('https://sunrise.example/lightning/o/Contact/list');
    expect(closesAfter(() => undefined)).toBe(false);
});

test('a tab that waits for an answer stays', () => {
    expect(closesAfter(() => undefined, true)).toBe(false);
});
