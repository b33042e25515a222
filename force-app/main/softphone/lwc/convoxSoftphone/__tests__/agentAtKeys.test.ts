import { AgentAtKeys } from '../agentAtKeys';

let isInside = true;
let agent: AgentAtKeys;
const turn = jest.fn();
const pause = jest.fn();
const pressed = jest.fn();

beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
    agent = new AgentAtKeys(() => isInside, { turn, pause, press: pressed });
    agent.listen();
});
afterEach(() => {
    agent.stop();
    jest.useRealTimers();
});

function press(key: string, modifiers: KeyboardEventInit = {}): void {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...modifiers }));
}

test.each([
    ['a letter', 'a', {}, true],
    ['a letter of two code units', '𑒧', {}, true],
    ['what an input method makes of a key', 'Process', {}, true],
    ['a letter taken back', 'Backspace', {}, true],
    ['a new line', 'Enter', {}, true],
    ['Ctrl+Enter', 'Enter', { ctrlKey: true }, false],
    ['a shortcut of the browser', 's', { metaKey: true }, false],
    ['Tab', 'Tab', {}, false],
    ['an arrow', 'ArrowDown', {}, false]
])('%s says whether the agent writes in the phone, and nothing of other fields', (_what, key, modifiers, isWriting) => {
    for (isInside of [true, false]) {
        press(key, modifiers);
        expect([agent.isWritingHere, agent.isWritingElsewhere]).toEqual([isInside && isWriting, false]);
        agent.rest();
    }
});

/** An entry made behind the shadow of a component of others. */
function enterElsewhere(): void {
    const host = document.body.appendChild(document.createElement('div'));
    const field = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('input'));
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    host.remove();
}

test.each([
    ['writes elsewhere', false, () => undefined, true],
    ['enters it in the phone', true, () => undefined, false],
    ['paused for less than five seconds', false, () => jest.advanceTimersByTime(4900), true],
    ['paused for five seconds', false, () => jest.advanceTimersByTime(5000), false],
    [
        'has left the field',
        false,
        () => document.body.dispatchEvent(new FocusEvent('focusout', { bubbles: true })),
        false
    ]
])('who %s is known to write elsewhere or not', (_who, inside, happens, isWriting) => {
    isInside = inside;
    enterElsewhere();
    happens();
    expect(agent.isWritingElsewhere).toBe(isWriting);
});

test('who writes in the phone pauses once, a moment after the last key', () => {
    isInside = true;
    press('a');
    jest.advanceTimersByTime(1400);
    press('b');
    jest.advanceTimersByTime(1400);
    expect([agent.isWritingHere, pause.mock.calls.length]).toEqual([true, 0]);
    jest.advanceTimersByTime(100);
    expect([agent.isWritingHere, pause.mock.calls.length]).toEqual([false, 1]);
    jest.advanceTimersByTime(60_000);
    expect(pause).toHaveBeenCalledTimes(1);
});

test.each([
    ['in the phone', true, 1],
    ['elsewhere', false, 0]
])('a press %s is told once what comes of it is on the page, where it is the phone’s', (_where, inside, times) => {
    isInside = inside;
    document.body.click();
    expect(pressed).not.toHaveBeenCalled();
    jest.advanceTimersByTime(0);
    expect(pressed).toHaveBeenCalledTimes(times);
});

test('who turns to something else does not pause later', () => {
    isInside = true;
    press('a');
    agent.rest();
    jest.advanceTimersByTime(60_000);
    expect(pause).not.toHaveBeenCalled();
});

test.each([
    ['a press arrives', 0, 1, true],
    ['the second of a double click does not arrive', 0, 2, false],
    ['a third does not arrive', 100, 3, false],
    ['a double click arrives later', 1500, 2, true]
])('after another call is shown, %s', (_what, later, detail, arrives) => {
    const heard = jest.fn();
    const button = document.body.appendChild(document.createElement('button'));
    button.addEventListener('click', heard);
    agent.change();
    jest.advanceTimersByTime(later);
    // What is not prevented moves the cursor.
    const movesCursor = button.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, detail }));
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
    expect(heard).toHaveBeenCalledTimes(arrives ? 1 : 0);
    expect(movesCursor).toBe(arrives);
    button.remove();
});

/** What happened, and whether in the phone. */
type Happening = [type: string, isIn: boolean];

test.each<[what: string, happenings: Happening[], hasEntered: boolean]>([
    ['nothing was entered', [], false],
    ['something was typed', [['input', false]], true],
    ['a value was chosen', [['change', false]], true],
    ['something was only clicked', [['click', false]], false],
    ['a key was pressed that enters nothing', [['keydown', false]], false],
    ['something was typed in the phone, which keeps it', [['input', true]], false],
    [
        'something was typed outside the phone and then in it',
        [
            ['input', false],
            ['input', true]
        ],
        true
    ]
])('whether the page may hold what is not saved when %s', (_what, happenings, hasEntered) => {
    for (const [type, isIn] of happenings) {
        isInside = isIn;
        document.body.dispatchEvent(new UIEvent(type, { bubbles: true }));
    }
    expect(agent.hasEntered).toBe(hasEntered);
});
