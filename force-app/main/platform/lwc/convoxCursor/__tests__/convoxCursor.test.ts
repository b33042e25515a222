import { focusOn } from '../convoxCursor.ts';

afterEach(() => {
    document.body.replaceChildren();
});

test.each([
    ['save', 'save'],
    ['gone', 'notes']
])('the cursor is sent to %s and is then on %s', (name, expected) => {
    const [save, notes] = ['save', 'notes'].map((id) => Object.assign(document.createElement('input'), { id }));
    if (save && notes) {
        document.body.append(save, notes);
        notes.focus();
        focusOn({ save }, name);
    }
    expect(document.activeElement?.id).toBe(expected);
});
