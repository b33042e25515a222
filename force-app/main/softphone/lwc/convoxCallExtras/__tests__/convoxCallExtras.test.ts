import { createElement } from 'lwc';
import ConvoxCallExtras from 'c/convoxCallExtras';
import { arrivedCall, nextCall } from 'c/convoxCallState';
import { KABIR, lookupOf, MEERA, popOf } from '../../convoxCallState/__tests__/sampleLookup';

const LOOKED_UP = nextCall(arrivedCall(popOf(), 1), {
    type: 'lookedUp',
    lookup: lookupOf({ customers: [MEERA, KABIR], customerCount: 7 })
});
const CALL = nextCall(LOOKED_UP, { type: 'disputed', lines: ['Theirs'] });

async function show(place: string): Promise<HTMLElement> {
    const element = createElement('c-convox-call-extras', { is: ConvoxCallExtras });
    Object.assign(element, { place, call: CALL, isStatusExpected: true });
    document.body.appendChild(element);
    return element;
}

function part(element: HTMLElement, tag: string): Element | null | undefined {
    return element.shadowRoot?.querySelector(tag);
}

afterEach(() => {
    document.body.replaceChildren();
});

test.each([
    ['actions', ['c-convox-call-links', 'c-convox-caller-chooser']],
    ['words', ['c-convox-other-words']],
    ['report', ['c-convox-call-status']],
    ['facts', ['c-convox-call-facts']]
])('in the place %s stands what belongs there', async (place, tags) => {
    const { shadowRoot } = await show(place);
    expect([...(shadowRoot?.children ?? [])].map(({ localName }) => localName)).toEqual(tags);
});

test.each([
    ['actions', 'c-convox-caller-chooser', { count: 7 }, 'choose'],
    ['actions', 'c-convox-call-links', {}, 'link'],
    ['words', 'c-convox-other-words', { call: { othersLines: ['Theirs'] } }, 'callevent'],
    ['report', 'c-convox-call-status', { agentCode: 'AG_ASHA', poppedAt: 1, isExpected: true }, 'status']
])('what the agent does in %s at %s is passed on', async (place, tag, shown, type) => {
    const element = await show(place);
    const heard: unknown[] = [];
    element.addEventListener(type, (event) => heard.push(event instanceof CustomEvent ? event.detail : event));
    expect(part(element, tag)).toMatchObject(shown);
    part(element, tag)?.dispatchEvent(new CustomEvent(type, { detail: 'said' }));
    expect(heard).toEqual(['said']);
});
