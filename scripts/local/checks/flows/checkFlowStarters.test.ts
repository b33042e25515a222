import { checkFlowStarters } from './checkFlowStarters.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles, sampleWith } from '../testing/sampleProject.ts';

const starting = (flow: string): { from: string; to: string } => ({
    from: '</template>',
    to: `<lightning-flow flow-api-name="${flow}"></lightning-flow></template>`
});

test('finds nothing in a sound package', () => {
    expect(checkFlowStarters(projectOf(sampleFiles))).toEqual([]);
});

test('lets a component start a flow that somebody may run', () => {
    expect(checkFlowStarters(sampleWith('template', starting('Send_Ticket')))).toEqual([]);
});

const plant = (name: string, flow: string, what: string): ReturnType<typeof fault> =>
    fault(name, 'template', starting(flow).from, starting(flow).to, what);

catches(checkFlowStarters, [
    plant('a flow that does not exist', 'Send_Tickets', 'There is no flow Send_Tickets'),
    plant('a flow that waits for its trigger', 'Ticket_After_Save', 'Ticket_After_Save starts by its trigger'),
    fault(
        'a grant that does nothing',
        'send',
        '<isAdditionalPermissionRequiredToRun>true',
        '<isAdditionalPermissionRequiredToRun>false',
        'Send_Ticket is granted to some and open to all'
    )
]);

test('catches a flow that nobody may run', () => {
    const { files } = sampleWith('template', starting('Send_Ticket'));
    const withheld = [...files].map(([path, text]): [string, string] => [
        path,
        text.replace('<enabled>true</enabled><flow>', '<enabled>false</enabled><flow>')
    ]);
    expect(checkFlowStarters(projectOf(Object.fromEntries(withheld)))).toMatchObject([
        { file: expect.stringMatching(/phone\.html:1$/), what: 'No permission set lets anybody run Send_Ticket' }
    ]);
});
