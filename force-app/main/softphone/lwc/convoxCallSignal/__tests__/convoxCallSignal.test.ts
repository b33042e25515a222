import { choose, endSignal, signalCall } from 'c/convoxCallSignal';

const CONSOLE = 'ConVox Console | Salesforce';
const notices: { readonly title: string; onclick?: () => void; isClosed: boolean }[] = [];

class RecordedNotice {
    onclick?: () => void;
    isClosed = false;
    readonly title: string;
    constructor(title: string) {
        this.title = title;
        notices.push(this);
    }
    close(): void {
        this.isClosed = true;
    }
}

let isLookedAt = false;

beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    notices.length = 0;
    isLookedAt = false;
    document.title = CONSOLE;
    jest.spyOn(document, 'hasFocus').mockImplementation(() => isLookedAt);
    Object.assign(window, { Notification: RecordedNotice });
});
afterEach(() => {
    endSignal();
    Reflect.deleteProperty(window, 'Notification');
    jest.useRealTimers();
});

test('the title names the caller until the agent looks at the page', () => {
    signalCall('Priya Nair');
    expect(document.title).toBe('☎ Priya Nair');
    jest.advanceTimersByTime(5000);
    expect(document.title).toBe('☎ Priya Nair');
    isLookedAt = true;
    jest.advanceTimersByTime(1000);
    expect(document.title).toBe(CONSOLE);
});

test('a title that the console sets meanwhile waits for its turn', () => {
    signalCall('Priya Nair');
    document.title = 'Priya Nair | Contact | Salesforce';
    jest.advanceTimersByTime(1000);
    expect(document.title).toBe('☎ Priya Nair');
    isLookedAt = true;
    jest.advanceTimersByTime(1000);
    expect(document.title).toBe('Priya Nair | Contact | Salesforce');
});

test('the next caller takes the place of the one before, and the console gets its own title back', () => {
    signalCall('Priya Nair');
    signalCall('98765 43202');
    expect(document.title).toBe('☎ 98765 43202');
    endSignal();
    expect(document.title).toBe(CONSOLE);
});

test('a page that the agent looks at keeps its title, and no notification comes', () => {
    isLookedAt = true;
    choose('notification', true);
    signalCall('Priya Nair');
    expect(document.title).toBe(CONSOLE);
    expect(notices).toEqual([]);
});

test.each([
    ['where the agent wants it', true, 1],
    ['only there', false, 0]
])('a notification tells who is calling %s', (_name, isWanted, count) => {
    choose('notification', isWanted);
    signalCall('Priya Nair');
    expect(notices.map(({ title }) => title)).toEqual(Array.from({ length: count }, () => 'Priya Nair'));
});

test('a browser without notifications shows none', () => {
    Reflect.deleteProperty(window, 'Notification');
    choose('notification', true);
    signalCall('Priya Nair');
    expect([notices, document.title]).toEqual([[], '☎ Priya Nair']);
});

test('a press on the notification brings the console to the front, and a look at the console takes it away', () => {
    const focus = jest.spyOn(window, 'focus').mockImplementation(() => undefined);
    choose('notification', true);
    signalCall('Priya Nair');
    notices[0]?.onclick?.();
    expect(focus).toHaveBeenCalledTimes(1);
    isLookedAt = true;
    jest.advanceTimersByTime(1000);
    expect(notices[0]?.isClosed).toBe(true);
});

describe('the tone', () => {
    const playing = jest.fn();

    beforeEach(() => {
        playing.mockClear();
        const node = () => ({
            connect: (next: unknown) => next,
            frequency: { setValueAtTime: () => undefined },
            gain: { value: 1 },
            start: playing,
            stop: () => undefined
        });
        const AudioContext = function audio() {
            return { currentTime: 0, destination: {}, createOscillator: node, createGain: node };
        };
        Object.assign(window, { AudioContext });
    });

    test.each([
        ['is heard where the agent wants it', true, true, 1],
        ['is off otherwise', false, true, 0],
        ['is not tried in a page in which nobody has pressed anything: browsers keep it silent', true, false, 0]
    ])('%s', (_name, isWanted, hasBeenActive, times) => {
        Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive }, configurable: true });
        choose('tone', isWanted);
        signalCall('Priya Nair');
        expect(playing).toHaveBeenCalledTimes(times);
    });
});
