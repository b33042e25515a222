import { checkRooms } from './checkRooms.ts';
import { projectOf } from '../read/project.ts';

/** Two bundles, each in its room; the second uses the first in its code or in its template. */
function twoRooms(lower: string, higher: string, use: 'code' | 'template'): ReturnType<typeof projectOf> {
    const bundle = (room: string, name: string): string => `force-app/main/${room}/lwc/${name}/${name}`;
    return projectOf({
        [`${bundle(lower, 'callList')}.js-meta.xml`]: '<LightningComponentBundle />',
        [`${bundle(higher, 'page')}.js-meta.xml`]: '<LightningComponentBundle />',
        [`${bundle(higher, 'page')}.ts`]: use === 'code' ? "import { list } from 'c/callList';\n" : '',
        [`${bundle(higher, 'page')}.html`]: use === 'template' ? '<template><c-call-list></c-call-list></template>' : ''
    });
}

test.each([
    ['calls', 'softphone'],
    ['contract', 'calls'],
    ['calls', 'calls'],
    ['configuration', 'call-control'],
    ['click-to-call', 'desk']
])('%s may be used by %s', (lower, higher) => {
    expect(checkRooms(twoRooms(lower, higher, 'code'))).toEqual([]);
});

test.each([
    ['softphone', 'calls', 'code'],
    ['softphone', 'click-to-call', 'template'],
    ['callers', 'calls', 'code'],
    ['calls', 'configuration', 'code'],
    ['desk', 'softphone', 'template']
] as const)('%s may not be used by %s, in its %s', (lower, higher, use) => {
    expect(checkRooms(twoRooms(lower, higher, use)).map((finding) => finding.what)).toEqual([
        `The room ${higher} uses callList of the room ${lower}, which is not below it`
    ]);
});

test('what names a component’s source as Node does uses it, too', () => {
    const bundle = (room: string, name: string): string => `force-app/main/${room}/lwc/${name}/${name}`;
    const user = `${bundle('contract', 'page')}.ts`;
    const found = checkRooms(
        projectOf({
            [`${bundle('calls', 'convoxCallRecord')}.js-meta.xml`]: '<LightningComponentBundle />',
            [user]: "import { callFields } from '#call-record';\n"
        })
    );
    expect(found.map((finding) => finding.file)).toEqual([user]);
});

const object = (room: string, name: string): string => `force-app/main/${room}/objects/${name}/${name}.object-meta.xml`;
const field = (room: string, owner: string, name: string): string =>
    `force-app/main/${room}/objects/${owner}/fields/${name}.field-meta.xml`;
const flow = (room: string, name: string): string => `force-app/main/${room}/flows/${name}.flow-meta.xml`;

test.each([
    ['an object', object('follow-ups', 'ConVox_Promise__c'), '<CustomObject />', 'ConVox_Promise__c'],
    ['a lookup to it', object('follow-ups', 'ConVox_Promise__c'), '<CustomObject />', 'ConVox_Promise__r'],
    ['a field of a customer', field('callers', 'Contact', 'ConVox_Key__c'), '<CustomField />', 'ConVox_Key__c'],
    ['a flow', flow('call-control', 'ConVox_Send'), '<Flow />', 'ConVox_Send'],
    [
        'a label',
        'force-app/main/softphone/labels/CustomLabels.labels-meta.xml',
        '<CustomLabels><labels><fullName>ConVox_Ready</fullName></labels></CustomLabels>',
        'ConVox_Ready'
    ]
])('metadata that names %s of a higher room is found', (_what, file, text, name) => {
    const user = flow('calls', 'ConVox_Keep');
    const found = checkRooms(projectOf({ [file]: text, [user]: `<Flow><description>${name}</description></Flow>` }));
    expect(found.map((finding) => finding.file)).toEqual([user]);
});

test('a name of its own that an object gives to a lookup is nobody else’s', () => {
    const lookup = field('calls', 'ConVox_Call__c', 'Contact__c');
    const project = projectOf({
        'force-app/main/insights/reportTypes/ConVox_Calls.reportType-meta.xml': '<ReportType />',
        [lookup]: '<CustomField><relationshipName>ConVox_Calls</relationshipName></CustomField>'
    });
    expect(checkRooms(project)).toEqual([]);
});
