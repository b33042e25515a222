import { MetadataError } from '../../metadata/readMetadata.ts';
import {
    assignXml,
    elementXml,
    fieldXml,
    filterXml,
    flowXml,
    formulaXml,
    openTestOrg,
    referenceXml,
    startXml,
    textXml,
    triggerXml,
    variableXml
} from './testOrg.ts';

const set = (target: string, value: string) => elementXml('assignments', 'Set', assignXml(target, value));
const text = variableXml('text', 'String');

test.each([
    [
        'an element nobody knows',
        `${startXml('Pick')}${elementXml('screens', 'Pick', '')}`,
        'flow elements <screens> are not supported'
    ],
    [
        'a part nobody knows',
        `${startXml('Set')}${elementXml('assignments', 'Set', '<magic/>')}`,
        '<magic> in <assignments> "Set"'
    ],
    ['a missing element', startXml('Nowhere'), 'Start: leads to Nowhere'],
    ['nothing connected', startXml(''), 'nothing is connected to the Start element'],
    [
        'a missing resource',
        `${startXml('Set')}${set('text', referenceXml('other'))}${text}`,
        'Set: there is no resource other'
    ],
    [
        'a missing field',
        `${triggerXml('Set', 'Contact', 'Before')}${set('$Record.Nick__c', textXml('x'))}`,
        'Field Nick__c does not exist on Contact'
    ],
    [
        'a missing object',
        `${startXml('Make')}${elementXml('recordCreates', 'Make', `${fieldXml('Name', textXml('x'))}<object>Boat__c</object>`)}`,
        'object Boat__c does not exist'
    ],
    [
        'a formula with an unknown function',
        `${startXml('Set')}${set('text', referenceXml('f'))}${text}${formulaXml('f', 'String', 'SHOUT("x")')}`,
        'f: Unknown function SHOUT'
    ],
    [
        'a formula of an unknown name',
        `${startXml('Set')}${set('text', referenceXml('f'))}${text}${formulaXml('f', 'String', '{!nothing}')}`,
        'f: there is no resource nothing'
    ],
    [
        'a label that there is none of',
        `${startXml('Set')}${set('text', referenceXml('$Label.Nowhere'))}${text}`,
        'Set: there is no label Nowhere'
    ],
    [
        'an unknown action',
        `${startXml('Send')}${elementXml('actionCalls', 'Send', '<actionName>Service.fly</actionName><actionType>externalService</actionType>')}`,
        'no active external service action Service.fly'
    ],
    [
        'an action of another kind',
        `${startXml('Send')}${elementXml('actionCalls', 'Send', '<actionName>a</actionName><actionType>apex</actionType>')}`,
        'Send: actions of type apex are not supported'
    ],
    [
        'an unknown operator',
        `${startXml('Set')}${elementXml('assignments', 'Set', assignXml('text', textXml('x'), 'RemovePosition'))}${text}`,
        'Set: operator RemovePosition is not supported'
    ],
    [
        'condition logic that counts too far',
        `${triggerXml('Set', 'Contact', 'Before', `<filterLogic>1 AND 2</filterLogic>${filterXml('Title', 'EqualTo', textXml('x'))}`)}${set('text', textXml('x'))}${text}`,
        'condition logic "1 AND 2"'
    ],
    [
        'an unknown subflow',
        `${startXml('Call')}${elementXml('subflows', 'Call', '<flowName>Gone</flowName>')}`,
        'there is no active flow Gone'
    ],
    [
        'an Apex type',
        `${startXml('Set')}${set('text', textXml('x'))}${text}${variableXml('a', 'Apex')}`,
        'a: data type Apex is not supported'
    ],
    [
        'an update of everything',
        `${startXml('Save')}${elementXml('recordUpdates', 'Save', `${fieldXml('Title', textXml('x'))}<object>Contact</object>`)}`,
        'without filters it would change every record'
    ],
    [
        'a new transaction',
        `${startXml('Send')}${elementXml('actionCalls', 'Send', '<actionName>Service.send</actionName><actionType>externalService</actionType><flowTransactionModel>NewTransaction</flowTransactionModel>')}`,
        'NewTransaction is not supported'
    ],
    [
        'a schedule',
        startXml('Set', '<triggerType>Scheduled</triggerType>') + set('text', textXml('x')) + text,
        'trigger type Scheduled'
    ]
])('the org does not start with %s', (_name, parts, message) => {
    expect(() => openTestOrg({ Broken: flowXml(parts) })).toThrow(MetadataError);
    expect(() => openTestOrg({ Broken: flowXml(parts) })).toThrow(message);
    expect(() => openTestOrg({ Broken: flowXml(parts) })).toThrow(/Broken\.flow-meta\.xml/);
});

test('a flow that is not active is left alone until it is switched on', () => {
    const draft = (start: string): string =>
        flowXml(startXml(start) + set('text', textXml('x')) + text).replace('Active', 'Draft');
    const org = openTestOrg({ Broken: draft('Nowhere'), Sound: draft('Set') });
    expect(org.engine.callableFlows).toEqual([]);
    expect(() => org.engine.setActive('Broken', true)).toThrow(MetadataError);
    org.engine.setActive('Sound', true);
    expect(org.engine.callableFlows).toEqual(['Sound']);
    org.close();
});
