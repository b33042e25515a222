import { createElement } from 'lwc';
import ConvoxChooseNumber from 'c/convoxChooseNumber';

async function show() {
    const element = createElement('c-convox-choose-number', { is: ConvoxChooseNumber });
    Object.assign(element, { recordId: '00Q000000000001AAA', objectApiName: 'Lead' });
    document.body.appendChild(element);
    await Promise.resolve();
    return element;
}

test("offers the record's numbers in a window", async () => {
    const element = await show();
    expect(element.shadowRoot?.querySelector('lightning-quick-action-panel')).toMatchObject({
        header: 'c.ConVox_ChooseNumber_Title'
    });
    expect(element.shadowRoot?.querySelector('c-convox-numbers')).toMatchObject({
        recordId: '00Q000000000001AAA',
        objectApiName: 'Lead'
    });
});

test('closes when the agent is done', async () => {
    const element = await show();
    const closed = jest.fn();
    element.addEventListener('lightning__actionsclosescreen', closed);
    element.shadowRoot?.querySelector('[data-id="close"]')?.dispatchEvent(new CustomEvent('click'));
    expect(closed).toHaveBeenCalledTimes(1);
});
