import { isWriting } from '../writing.ts';

/** The events of a page that say so, as whoever listens to all of the page hears them. */
function heard(tag: string, make: () => Event): boolean[] {
    const all: boolean[] = [];
    const hear = (event: Event): unknown => all.push(isWriting(event));
    window.addEventListener('input', hear, true);
    document.body.appendChild(document.createElement(tag)).dispatchEvent(make());
    window.removeEventListener('input', hear, true);
    return all;
}

const typed =
    (inputType = 'insertText') =>
    (): Event =>
        new InputEvent('input', { bubbles: true, composed: true, inputType });
const changed = (): Event => new CustomEvent('input', { bubbles: true, composed: true });
const pressed = (key: string) => (): Event => new KeyboardEvent('keydown', { key, bubbles: true, composed: true });

test.each<[string, string, () => Event, boolean[]]>([
    ['a letter in a field', 'input', typed(), [true]],
    ['a word of an input method', 'input', typed('insertCompositionText'), [true]],
    ['what is taken back', 'textarea', typed('deleteContentBackward'), [true]],
    ['what is pasted', 'div', typed('insertFromPaste'), [true]],
    ['a letter in a component of others', 'lightning-input', typed(), [true]],
    ['a choice in a list', 'select', changed, [true]],
    ['a tick', 'input', changed, [false]],
    ['Space, which scrolls the page', 'main', pressed(' '), []],
    ['Enter on a button', 'button', pressed('Enter'), []]
])('%s is writing or not', (_what, tag, make, expected) => {
    expect(heard(tag, make)).toEqual(expected);
});
