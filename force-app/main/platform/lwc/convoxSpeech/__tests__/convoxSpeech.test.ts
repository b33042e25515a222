import { say, Speech } from 'c/convoxSpeech';

test('whoever says something learns whether it is read out', () => {
    const element = document.createElement('p');
    expect(say(element, 'Accepted')).toBe(false);
    element.addEventListener('say', (event) => event.preventDefault());
    expect(say(element, 'Accepted')).toBe(true);
});

test('what is shown is said when it changes, and again when it comes back', () => {
    const element = document.createElement('p');
    const heard: unknown[] = [];
    element.addEventListener('say', (event) => event instanceof CustomEvent && heard.push(event.detail));
    const speech = new Speech(element);
    ['', 'Kept', 'Kept', '', 'Kept', 'Moved'].forEach((words) => speech.tell(words));
    expect(heard).toEqual(['Kept', 'Kept', 'Moved']);
});
