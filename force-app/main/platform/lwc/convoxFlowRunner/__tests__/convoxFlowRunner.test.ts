import { createElement } from 'lwc';
import ConvoxFlowRunner from 'c/convoxFlowRunner';
import type { FlowRunner } from 'c/convoxFlowRunner';
import { isFlowRunner } from 'c/convoxFlowRunner';

function runnerIn(page: HTMLElement): { runner: FlowRunner; element: HTMLElement } {
    const element = createElement('c-convox-flow-runner', { is: ConvoxFlowRunner });
    page.appendChild(element);
    if (!isFlowRunner(element)) {
        throw new Error('The component runs no flows');
    }
    return { runner: element, element };
}

const flowsIn = (element: HTMLElement) => [...(element.shadowRoot?.querySelectorAll('lightning-flow') ?? [])];

const say = (flow: Element | undefined, detail: object): boolean | undefined =>
    flow?.dispatchEvent(new CustomEvent('statuschange', { detail }));

afterEach(() => document.body.replaceChildren());

it('gives each flow its inputs, once, and hands back its own outputs', async () => {
    const { runner, element } = runnerIn(document.body);
    const first = runner.run('One', { userId: '005A' });
    const second = runner.run('Two', {});
    await Promise.resolve();
    const [one, two] = flowsIn(element);

    expect(one).toMatchObject({
        flowApiName: 'One',
        flowFinishBehavior: 'NONE',
        flowInputVariables: [{ name: 'userId', type: 'String', value: '005A' }]
    });
    say(two, { status: 'FINISHED_SCREEN', outputVariables: [{ name: 'answer', value: 'two' }] });
    say(one, { status: 'STARTED' });
    say(one, { status: 'FINISHED', outputVariables: [{ name: 'answer', value: 'one' }] });

    await expect(Promise.all([first, second])).resolves.toEqual([{ answer: 'one' }, { answer: 'two' }]);
    await Promise.resolve();
    expect(flowsIn(element)).toEqual([]);
});

it('says a fault of a flow that broke', async () => {
    const { runner, element } = runnerIn(document.body);
    const run = runner.run('One', {});
    await Promise.resolve();
    say(flowsIn(element)[0], { status: 'ERROR' });

    await expect(run).resolves.toEqual({ fault: expect.stringContaining('Broke') });
});
