import { createElement } from 'lwc';
import ConvoxClickToCall from 'c/convoxClickToCall';

test("shows the numbers of the page's record under a heading", async () => {
    const element = createElement('c-convox-click-to-call', { is: ConvoxClickToCall });
    Object.assign(element, { recordId: '003000000000001AAA', objectApiName: 'Contact' });
    document.body.appendChild(element);
    await Promise.resolve();
    expect(element.shadowRoot?.querySelector('lightning-card')).toMatchObject({ title: 'c.ConVox_ClickToCall_Title' });
    expect(element.shadowRoot?.querySelector('c-convox-numbers')).toMatchObject({
        recordId: '003000000000001AAA',
        objectApiName: 'Contact'
    });
});
