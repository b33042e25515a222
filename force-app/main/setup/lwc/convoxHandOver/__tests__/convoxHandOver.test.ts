import { createElement } from 'lwc';
import ConvoxHandOver from 'c/convoxHandOver';
import { readSetupFacts } from 'c/convoxSetupChecks';

const SERVER = { id: 's1', name: 'Mumbai', isDefault: true, code: '', timeZone: 'Asia/Kolkata', dialect: 'sheet' };
const FACTS = {
    ...readSetupFacts(undefined, undefined),
    servers: [{ ...SERVER, recordings: '', arePhoneKeysFilled: true }]
};

test.each([
    ['may be copied', true, 'c.ConVox_HandOver_Copied'],
    ['may not be copied', false, 'c.ConVox_HandOver_Not_Copied']
])('says when the sheet %s', async (_name, isAllowed, words) => {
    const writeText = isAllowed ? jest.fn().mockResolvedValue(undefined) : jest.fn().mockRejectedValue(new Error('no'));
    Object.assign(navigator, { clipboard: { writeText } });
    const element = createElement('c-convox-hand-over', { is: ConvoxHandOver });
    Object.assign(element, { facts: FACTS });
    document.body.appendChild(element);
    const part = (selector: string): Element | null | undefined => element.shadowRoot?.querySelector(selector);
    const value = 'https://gateway.example.com';
    part('lightning-input')?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await Promise.resolve();
    part('[data-id="copy"]')?.dispatchEvent(new CustomEvent('click'));
    await new Promise((resolve) => setTimeout(resolve));

    expect(writeText).toHaveBeenCalledWith(expect.stringContaining(value));
    expect(part('[data-id="said"]')?.textContent).toBe(words);
});
