import { checkCallouts } from './checkCallouts.ts';
import { checkComponents } from './checkComponents.ts';
import { checkFields } from './checkFields.ts';
import { checkFlowData } from './checkFlowData.ts';
import { checkFlowFormulas, LONGEST_FORMULA } from './checkFlowFormulas.ts';
import { checkFlowPractice } from './checkFlowPractice.ts';
import { checkFlowSteps } from './checkFlowSteps.ts';
import { checkLabels } from './checkLabels.ts';
import { checkLayouts } from './checkLayouts.ts';
import { checkNames } from './checkNames.ts';
import { checkPages } from './checkPages.ts';
import { checkPermissions } from './checkPermissions.ts';
import { checkPhoneKeyFormulas } from './checkPhoneKeyFormulas.ts';
import { checkStructure } from './checkStructure.ts';
import type { Finding } from './finding.ts';
import { readMetadataTypes } from './metadataTypes.ts';
import type { Project } from './project.ts';
import { projectOf } from './project.ts';
import { at, sampleFiles, sampleWith } from './sampleProject.ts';
import type { SampleFile } from './sampleProject.ts';

type Check = (project: Project) => Finding[] | Promise<Finding[]>;

const types = readMetadataTypes();

const every: Readonly<Record<string, Check>> = {
    structure: (project) => checkStructure(project, types),
    names: checkNames,
    fields: checkFields,
    'flow steps': checkFlowSteps,
    'flow data': checkFlowData,
    'flow formulas': checkFlowFormulas,
    'phone key formulas': checkPhoneKeyFormulas,
    'flow practice': checkFlowPractice,
    callouts: checkCallouts,
    layouts: checkLayouts,
    pages: checkPages,
    permissions: checkPermissions,
    labels: checkLabels,
    components: (project) => checkComponents(project, new Set(['lightning-card']))
};

test.each(Object.entries(every))('the check of %s finds nothing in a sound package', async (_name, check) => {
    expect(await check(projectOf(sampleFiles))).toEqual([]);
});

interface Fault {
    readonly fault: string;
    readonly file: SampleFile;
    readonly from: string;
    readonly to: string;
    readonly what: string;
}

const fault = (name: string, file: SampleFile, from: string, to: string, what: string): Fault => ({
    fault: name,
    file,
    from,
    to,
    what
});

/** Plants each fault alone in the sound package; the check must name it and say how to mend it. */
function catches(name: string, faults: readonly Fault[]): void {
    describe(`the check of ${name} catches`, () => {
        test.each(faults)('$fault', async ({ file, from, to, what }) => {
            const findings = (await every[name]?.(sampleWith(file, { from, to }))) ?? [];
            expect(findings.map((finding) => finding.what).join('\n')).toContain(what);
            expect(findings.filter((finding) => finding.mend === '' || finding.file === '')).toEqual([]);
        });
    });
}

catches('structure', [
    fault('a tag that is not closed', 'tab', '</motif>', '', "Expected closing tag 'motif'"),
    fault('an unknown type', 'tab', 'CustomTab', 'CustomTap', '<CustomTap> is not a type'),
    fault('another namespace', 'tab', '2006/04/metadata', '2006/04/data', 'xmlns'),
    fault('an unknown element', 'tab', '<motif>', '<tint>red</tint><motif>', '<tint> is not an element of CustomTab'),
    fault('a word for a boolean', 'tab', 'true', 'yes', '<customObject> is "yes"'),
    fault('a word for a number', 'externalCredential', '<sequenceNumber>1', '<sequenceNumber>one', 'is "one"'),
    fault('a value that is not in the list', 'externalCredential', 'NamedPrincipal', 'Nobody', 'is "Nobody"'),
    fault('a required element left out', 'registration', '<label>Desk</label>', '', 'lacks <label>'),
    fault('a single element twice', 'tab', '<motif>', '<motif>A</motif><motif>', '<motif> occurs twice'),
    fault(
        'elements out of order',
        'key',
        '<type>Text</type><unique>true</unique>',
        '<unique>true</unique><type>Text</type>',
        '<type> stands behind <unique>'
    ),
    fault(
        'a group in two places',
        'listView',
        '<label>',
        '<columns>Key__c</columns><label>',
        '<columns> comes again behind <filters>'
    ),
    fault('elements where text belongs', 'tab', 'Custom18: Form', '<b>Form</b>', 'holds elements, not text')
]);

catches('names', [fault('a full name that differs', 'key', 'Key__c<', 'Kee__c<', '<fullName> is Kee__c')]);

test.each([
    ['a wrong ending', 'force-app/main/calls/tabs/Ticket__c.tabs-meta.xml', 'must end in .tab-meta.xml'],
    ['a wrong folder', 'force-app/main/calls/tab/Ticket__c.tab-meta.xml', 'belongs in a folder tabs'],
    ['a second one', 'force-app/main/setup/tabs/Ticket__c.tab-meta.xml', 'is also in'],
    ['a name too long', `force-app/main/calls/tabs/${'T'.repeat(81)}.tab-meta.xml`, 'an org takes 80']
])('the check of names catches %s', (_fault, path, what) => {
    const findings = checkNames(projectOf({ ...sampleFiles, [path]: sampleFiles[at.tab] ?? '' }));
    expect(findings.map((finding) => finding.what).join('\n')).toContain(what);
});

test('the check of names catches two underscores in an API name', () => {
    const path = 'force-app/main/calls/flows/Send__Ticket.flow-meta.xml';
    const findings = checkNames(projectOf({ ...sampleFiles, [path]: sampleFiles[at.send] ?? '' }));
    expect(findings).toMatchObject([{ file: path, what: '"Send__Ticket" is no API name' }]);
});

catches('fields', [
    fault('a text without a length', 'key', '<length>20</length>', '', 'A Text field needs <length>'),
    fault('a lookup to nothing', 'contact', 'o>Contact<', 'o>Person<', 'looks up Person'),
    fault('a relationship without a name', 'contact', '<relationshipName>Tickets</relationshipName>', '', 'needs'),
    fault('a field nobody explains', 'key', '<description>What it holds.</description>', '', 'has no description'),
    fault('tracking without history', 'object', '<enableHistory>true', '<enableHistory>false', 'keeps no history'),
    fault('a unique text of unknown case', 'key', '<caseSensitive>true</caseSensitive>', '', 'whether case counts')
]);

test('the check of fields catches one relationship name used twice', () => {
    const path = at.contact.replace('Contact__c', 'Second_Contact__c');
    const findings = checkFields(projectOf({ ...sampleFiles, [path]: sampleFiles[at.contact] ?? '' }));
    expect(findings).toMatchObject([{ file: path, what: expect.stringContaining('The relationship Tickets') }]);
});

catches('flow steps', [
    fault('a connector to nothing', 'send', '>Save</targetReference>', '>Safe</targetReference>', 'leads to Safe'),
    fault(
        'a step no path leads to',
        'send',
        '<connector><targetReference>Save</targetReference></connector>',
        '',
        'No path leads to Save'
    ),
    fault(
        'a missing fault path',
        'send',
        '<faultConnector><targetReference>Tell</targetReference></faultConnector>',
        '',
        'Send can fail and has no fault path'
    ),
    fault('a subflow that is not there', 'trigger', 'Send_Ticket', 'Send_Tickets', 'calls the flow Send_Tickets'),
    fault('an input the subflow lacks', 'trigger', '<name>ticketId', '<name>ticket', 'has no input ticket'),
    fault(
        'a callout within the save',
        'trigger',
        '<doesRequireRecordChangedToMeetCriteria>',
        '<connector><targetReference>Send</targetReference></connector><doesRequireRecordChangedToMeetCriteria>',
        'Send calls out while the record is being saved'
    ),
    fault(
        'a callout after a write',
        'send',
        '<filterLogic>and</filterLogic><filters><field>Id</field><operator>EqualTo</operator><value><elementReference>ticketId</elementReference></value></filters>\n        <inputAssignments>',
        '<connector><targetReference>Send</targetReference></connector><inputAssignments>',
        'Send calls out after Save has changed data'
    ),
    fault('a start that leads nowhere', 'send', '>Get_ticket</targetReference>', '>Got</targetReference>', 'Got')
]);

catches('flow data', [
    fault('an object that is not there', 'send', '<object>Ticket__c', '<object>Tickets__c', 'no object Tickets__c'),
    fault('a field that is not there', 'send', '<field>State__c', '<field>Stage__c', 'no field Stage__c'),
    fault('a value not in the picklist', 'send', '<stringValue>Sent<', '<stringValue>Gone<', '"Gone" is not in'),
    fault('a start value not in the picklist', 'trigger', '>Open<', '>New<', '"New" is not in'),
    fault('a reference to nothing', 'send', '>ticketId</elementReference>', '>ticket</elementReference>', 'no ticket'),
    fault('a field of $Record that is not there', 'fillKey', '$Record.Key__c', '$Record.Kee__c', 'no field Kee__c'),
    fault('a field that was not read', 'send', 'Get_ticket.Key__c', 'Get_ticket.State__c', 'does not read State__c'),
    fault('a path into a text', 'send', 'Get_ticket.Key__c', 'answer.Key__c', 'answer is no record')
]);

catches('flow formulas', [
    fault('a bracket left open', 'fillKey', ', 10)', ', 10', 'Syntax'),
    fault('an unknown function', 'fillKey', 'RIGHT(', 'RITE(', 'Unknown function RITE'),
    fault('a formula too long', 'fillKey', ', 10)', `, 10${' '.repeat(LONGEST_FORMULA)})`, 'characters')
]);

test('the check of phone key formulas catches a flow that makes other keys', () => {
    const other = at.fillKey.replace('Ticket_Before', 'Zone_Before');
    const text = sampleFiles[at.fillKey] ?? '';
    const same = { ...sampleFiles, [other]: text };
    expect(checkPhoneKeyFormulas(projectOf(same))).toEqual([]);
    const drifted = { ...sampleFiles, [other]: text.replace(', 10)', ', 9)') };
    expect(checkPhoneKeyFormulas(projectOf(drifted))).toMatchObject([
        { file: other, what: expect.stringContaining('The formula keyOfTheNumber is not the one in') }
    ]);
});

catches('flow practice', [
    fault('a flow without a description', 'send', 'What the flow is for.', '', 'FlowDescription'),
    fault(
        'a variable nobody uses',
        'send',
        '<variables><description>What it holds.</description><name>answer</name>',
        '<variables><description>Nothing.</description><name>spare</name><dataType>String</dataType><isCollection>false</isCollection><isInput>false</isInput><isOutput>false</isOutput></variables><variables><description>What it holds.</description><name>answer</name>',
        'UnusedVariable: spare'
    )
]);

catches('callouts', [
    fault('an operation not in the schema', 'registration', 'sendticket', 'sendtickets', 'sendtickets is not in the'),
    fault('a schema that is no JSON', 'registration', '{"swagger"', '"swagger"', 'The schema is no JSON'),
    fault('a schema that is no Swagger', 'registration', '"in":"formData"', '"in":"form"', 'Swagger'),
    fault('a named credential that is not there', 'registration', 'e>Desk<', 'e>Disk<', 'no named credential "Disk"'),
    fault('an external credential that is not there', 'namedCredential', 'l>Desk</ext', 'l>Disk</ext', '"Disk"'),
    fault('an address without TLS', 'namedCredential', 'https:', 'http:', 'does not begin with https://'),
    fault('a principal nobody may use', 'permissionSet', 'Desk-Server', 'Desk-Other', 'call out as Desk-Server'),
    fault('credentials nobody may read', 'permissionSet', 'UserExternalCredential', 'Contact', 'as Desk-Server'),
    fault('a credential without a principal', 'externalCredential', 'NamedPrincipal', 'AuthHeader', 'no principal'),
    fault('an action that is not there', 'send', 'Desk.sendTicket', 'Desk.send', 'no operation Desk.send'),
    fault('a parameter nobody takes', 'send', '<name>key<', '<name>keys<', 'sendTicket takes no keys'),
    fault('a required parameter left out', 'send', '<name>key<', '<name>note<', 'sendTicket needs key'),
    fault('an output nobody gives', 'send', '<name>200<', '<name>201<', 'sendTicket gives no 201')
]);

catches('layouts', [
    fault('a field that is not there', 'layout', '>Key__c<', '>Kee__c<', 'no field Kee__c'),
    fault('a required field left out', 'layout', '>Key__c<', '>State__c<', 'The required field Key__c is missing'),
    fault('a column too few', 'layout', '<layoutColumns />', '', 'TwoColumnsTopToBottom with 1 columns'),
    fault('a related list that is not there', 'layout', 'Ticket__c.Contact__c', 'Ticket__c.Case__c', 'no related list'),
    fault('a list column that is not there', 'listView', 's>State__c', 's>Stage__c', 'no field Stage__c'),
    fault('a list filter that never holds', 'listView', '<value>Open', '<value>New', '"New" is not in the picklist'),
    fault('a compact field that is not there', 'compactLayout', 'State__c', 'Stage__c', 'no field Stage__c'),
    fault('a compact layout that is not there', 'object', 'Ticket_Compact', 'Ticket_Short', 'no compact layout'),
    fault('a search field that is not there', 'object', 'State__c', 'Stage__c', 'no field Stage__c')
]);

catches('pages', [
    fault('a component that is not there', 'utilityBar', 'e>phone<', 'e>fone<', 'There is no component fone'),
    fault('a component that may not stand there', 'bundle', 'UtilityBar', 'AppPage', 'may not stand on this page'),
    fault('a facet that is not there', 'recordPage', 'e>Facet-details</v', 'e>Facet-more</v', 'no region Facet-more'),
    fault('an identifier used twice', 'recordPage', '>tab<', '>details<', 'The identifier details occurs twice'),
    fault('a page of no object', 'recordPage', 'Ticket__c', 'Tickets__c', 'no object Tickets__c'),
    fault('an app page that is not there', 'app', 'Ticket_Page', 'Tickets', 'Tickets is no page of Ticket__c'),
    fault('a utility bar that is not there', 'app', '<utilityBar>Bar', '<utilityBar>Baz', 'no utility bar Baz'),
    fault('a tab that is not there', 'app', '<tabs>Ticket__c', '<tabs>Tickets__c', 'There is no tab Tickets__c'),
    fault('a tab without a mapping', 'app', '<tab>Ticket__c', '<tab>Contact', 'The tab Ticket__c has no mapping')
]);

catches('permissions', [
    fault(
        'a field that is not there',
        'permissionSet',
        'Ticket__c.State__c',
        'Ticket__c.Stage__c',
        'Ticket__c.Stage__c'
    ),
    fault(
        'a field nobody may read',
        'permissionSet',
        'Ticket__c.State__c',
        'Ticket__c.Contact__c',
        'No permission set'
    ),
    fault('a required field', 'permissionSet', 'Ticket__c.State__c', 'Ticket__c.Key__c', 'is required'),
    fault(
        'a formula that can be edited',
        'state',
        '<label>State</label>',
        '<formula>"Open"</formula><label>State</label>',
        'is a formula and cannot be editable'
    ),
    fault('a flow that is not there', 'permissionSet', 'Send_Ticket', 'Send', 'There is no flow Send'),
    fault('an app that is not there', 'permissionSet', 'n>Desk<', 'n>Disk<', 'There is no application Disk'),
    fault('a tab that is not there', 'permissionSet', '<tab>Ticket__c', '<tab>Tickets__c', 'no tab Tickets__c'),
    fault('an object that is not there', 'permissionSet', 't>Ticket__c', 't>Tickets__c', 'no object Tickets__c'),
    fault('a credential that is not there', 'permissionSet', 'Desk-Server', 'Disk-Server', 'Disk-Server'),
    fault('editing without reading', 'permissionSet', '<allowRead>true', '<allowRead>false', 'allowEdit on Ticket__c')
]);

catches('labels', [
    fault('a label that is not there', 'source', 'Phone_Title', 'Phone_Head', 'There is no label Phone_Head'),
    fault('a label nobody uses', 'source', 'Phone_Title', 'Phone_Head', 'Nothing uses the label Phone_Title'),
    fault('a label without text', 'labels', '>Phone<', '><', 'has 0 characters'),
    fault(
        'a label there twice',
        'labels',
        '</labels>',
        '</labels><labels><fullName>Phone_Title</fullName></labels>',
        'twice'
    ),
    fault('a translation of nothing', 'translation', 'Phone_Title', 'Phone_Head', 'There is no label Phone_Head'),
    fault('a label not translated', 'translation', 'Phone_Title', 'Phone_Head', 'Phone_Title is not translated')
]);

catches('components', [
    fault('a label that is not there', 'script', 'c.Phone_Title', 'c.Phone_Head', 'The label c.Phone_Head does not'),
    fault('a field that is not there', 'script', 'State__c', 'Stage__c', 'The schema Ticket__c.Stage__c'),
    fault('a channel that is not there', 'script', 'TicketChanged', 'TicketGone', 'TicketGone__c does not exist'),
    fault('an element that is not there', 'template', 'lightning-card', 'lightning-kard', 'lightning-kard does not'),
    fault('a component that is not there', 'template', 'lightning-card', 'c-card', 'The component c-card'),
    fault(
        'an unknown platform module',
        'script',
        "from 'lwc';",
        "from 'lwc'; import 'lightning/none';",
        'lightning/none'
    ),
    fault('npm code that is not bundled in', 'script', "from 'lwc';", "from 'lwc'; import 'zod';", "imports 'zod'"),
    fault('text run as code', 'script', 'title = TITLE', 'title = eval(TITLE)', 'evaluates text as code'),
    fault('a class that is not exported', 'script', 'export default ', '', 'would deploy but not render'),
    fault('a template that does not compile', 'template', '</lightning-card>', '', 'lightning-card'),
    fault('another API version', 'bundle', '66.0', '65.0', 'The API version is not 66.0')
]);

test('the check of components catches a component that was not compiled', async () => {
    const files = Object.fromEntries(Object.entries(sampleFiles).filter(([path]) => path !== at.script));
    const findings = await checkComponents(projectOf(files), new Set(['lightning-card']));
    expect(findings).toMatchObject([{ file: at.script, what: 'The component is not compiled' }]);
});
