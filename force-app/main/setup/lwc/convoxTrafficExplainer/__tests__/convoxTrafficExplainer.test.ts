import { createElement } from 'lwc';
import ConvoxTrafficExplainer from 'c/convoxTrafficExplainer';

function show(properties: { timeZone?: string; dialPrefix?: string } = {}): HTMLElement {
    const element = createElement('c-convox-traffic-explainer', { is: ConvoxTrafficExplainer });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

function part(element: HTMLElement, id: string): Element | null | undefined {
    return element.shadowRoot?.querySelector(`[data-id="${id}"]`);
}

async function enter(element: HTMLElement, id: string, value: string): Promise<void> {
    part(element, id)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await Promise.resolve();
}

async function explain(element: HTMLElement, pasted: string): Promise<string | null | undefined> {
    await enter(element, 'pasted', pasted);
    part(element, 'explain')?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
    return part(element, 'verdict')?.textContent;
}

function lines(element: HTMLElement, id: string): string[] {
    const terms = [...(part(element, id)?.querySelectorAll('dt') ?? [])];
    return terms.map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
}

const POP = 'https://example.my.site/pop?AgentID=AG_ASHA&CallerID=09876543201&CallReferenceID=R-1&Process=SUPPORT';

afterEach(() => document.body.replaceChildren());

test('says what was pasted, what it means and which record it makes, and can be read by everybody', async () => {
    const element = show();
    const verdict = await explain(element, POP);
    expect(verdict).toBe('c.ConVox_Traffic_Kind_Screen_Pop: c.ConVox_Traffic_Word_Taken');
    expect(part(element, 'verdict')?.getAttribute('role')).toBe('status');
    expect(lines(element, 'understood')).toContain('CallerID: 09876543201 → 98765 43201');
    expect(lines(element, 'row')).toContain('Call_Reference__c: R-1');
    await expect(element).toBeAccessible();
});

test('names what is missing and what is wrong', async () => {
    const element = show();
    const verdict = await explain(element, 'AgentID=<agentid>&CallerID=98765432&TypeOfCall=Inbound');
    expect(verdict).toBe('c.ConVox_Traffic_Kind_Screen_Pop: c.ConVox_Traffic_Word_Refused');
    expect(lines(element, 'missing')).toContain('CallReferenceID: c.ConVox_Traffic_Word_Required');
    expect(lines(element, 'suspicious')).toContain('AgentID: c.ConVox_Traffic_Doubt_Placeholder');
    expect(lines(element, 'row')).toEqual(['ConVox_Call__c: c.ConVox_Traffic_Word_No_Row']);
    await expect(element).toBeAccessible();
});

test('takes the zone and the dial prefix of the server, and both may be changed', async () => {
    const push = 'CALL_REFERENCE_ID=R-1&CALL_DATE=2026-11-28 15:29:00&CALL_STATUS=Connected';
    const dial = '/ConVoxCCS/Agent/bridge.php?ACTION=CALL&user=AG_ASHA&phone_number=0119876543201';
    const element = show({ timeZone: 'America/Chicago', dialPrefix: '011' });
    await explain(element, push);
    expect(lines(element, 'understood')).toContain(
        'CALL_DATE: 2026-11-28 15:29:00 → 2026-11-28 15:29:00 America/Chicago'
    );
    await explain(element, dial);
    expect(lines(element, 'understood')).toContain('phone_number: 0119876543201 → 98765 43201');
    await enter(element, 'zone', 'Asia/Kolkata');
    await enter(element, 'prefix', '9');
    await explain(element, push);
    expect(lines(element, 'row').join()).toContain('15:29:00 Asia/Kolkata');
    expect(await explain(element, dial)).toContain('Word_Refused');
});

test.each([
    ['nothing', 'Asia/Kolkata', ' ', 'c.ConVox_Traffic_Nothing'],
    ['an unknown zone', 'Asia/Bombay Time', POP, 'c.ConVox_Traffic_Zone_Unknown']
])('%s is said in place of an explanation', async (_name, zone, pasted, text) => {
    const element = show();
    await explain(element, POP);
    await enter(element, 'zone', zone);
    expect(await explain(element, pasted)).toBe(text);
    expect(lines(element, 'facts')).toEqual([]);
});

test('a secret that was pasted along is not shown', async () => {
    const element = show();
    await explain(element, `curl '${POP}&PopKey=hush-hush-hush-hush' -H 'Authorization: Bearer abc.def'`);
    expect(element.shadowRoot?.querySelector('section[data-id="hidden"]')?.textContent).toContain('PopKey');
    expect(part(element, 'facts')?.parentElement?.textContent).not.toMatch(/hush|abc\.def/);
});
