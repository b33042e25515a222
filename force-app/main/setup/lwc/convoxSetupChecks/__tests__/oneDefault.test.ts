import { readGatewayAnswer } from 'c/convoxGatewayReport';
import { oneDefault } from '../oneDefault.ts';

const server = (name: string, isDefault: boolean) => ({
    id: name,
    name,
    isDefault,
    code: name.toLowerCase(),
    timeZone: 'Asia/Kolkata',
    dialect: 'sheet',
    recordings: '',
    arePhoneKeysFilled: true
});

test('calls without a code are said to be those of the server that the gateway calls its default one, and of no other', () => {
    const servers = ['mumbai', 'austin', 'pune'].map((code) => ({ code, isDefault: code === 'austin' }));
    const reply = readGatewayAnswer(JSON.stringify({ gateway: '0.1.0', servers }));
    const inOrg = [server('Mumbai', true), server('Austin', false), server('Pune', false)];
    const { answer, fixes } = oneDefault(inOrg, 'report' in reply ? reply.report : undefined);
    const words = fixes.flatMap(({ action }) => (action.does === 'update' ? [[action.id, action.fields]] : []));
    expect(answer).toBe('no');
    expect(words).toEqual([
        ['Austin', { Is_Default__c: true, Has_Calls_Without_Code__c: true }],
        ['Pune', { Is_Default__c: true, Has_Calls_Without_Code__c: false }]
    ]);
});

test('the one server of a gateway is one without a code', () => {
    const servers = [{ code: 'default', isDefault: true }];
    const reply = readGatewayAnswer(JSON.stringify({ gateway: '0.1.0', servers }));
    const inOrg = [{ ...server('Mumbai', false), code: '' }, server('Pune', true)];
    const { fixes } = oneDefault(inOrg, 'report' in reply ? reply.report : undefined);
    expect(fixes[0]).toMatchObject({
        action: { id: 'Mumbai', fields: { Is_Default__c: true, Has_Calls_Without_Code__c: true } }
    });
});
