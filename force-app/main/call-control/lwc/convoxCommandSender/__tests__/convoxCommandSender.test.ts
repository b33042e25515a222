import { createElement } from 'lwc';
import type { CallCommand } from 'c/convoxCommand';
import ConvoxCommandSender from 'c/convoxCommandSender';

const COMMAND: CallCommand = {
    type: 'Dial',
    fields: { Agent_Code__c: 'AG_ASHA', Phone_Number__c: '', Ref_No__c: 'R1' }
};

function show() {
    const element = createElement('c-convox-command-sender', { is: ConvoxCommandSender });
    Object.assign(element, { busyText: 'Telling ConVox', canResend: true });
    document.body.appendChild(element);
    const part = (tag: string): Element => element.shadowRoot?.querySelector(`c-convox-command-${tag}`) ?? element;
    return { element, part };
}

afterEach(() => {
    document.body.replaceChildren();
});

test('what is to be sent goes to the runner, on the route that is wanted', () => {
    const { element, part } = show();
    const send = jest.fn();
    Object.assign(part('runner'), { send });
    element.send(COMMAND, 'Background');
    expect(send.mock.calls).toEqual([[COMMAND, 'Background']]);
});

test('the outcome says what becomes of it, and takes the cursor', () => {
    const { element, part } = show();
    const focus = jest.fn();
    Object.assign(part('outcome'), { focus });
    element.focus();
    expect(focus).toHaveBeenCalledTimes(1);
    expect(part('outcome')).toMatchObject({ busyText: 'Telling ConVox', canResend: true });
});

test.each([
    ['outcome', 'resend', undefined],
    ['runner', 'lateanswer', { state: 'accepted' }]
])('what the %s tells is passed on as %s', (tag, type, detail) => {
    const { element, part } = show();
    const heard = jest.fn();
    element.addEventListener(type, (event) => heard(event instanceof CustomEvent ? event.detail : event));
    part(tag).dispatchEvent(new CustomEvent(type, { detail }));
    expect(heard.mock.calls).toEqual([[detail ?? null]]);
});
