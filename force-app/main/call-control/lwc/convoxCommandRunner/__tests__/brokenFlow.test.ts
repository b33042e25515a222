import { createElement } from 'lwc';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import ConvoxCommandRunner from 'c/convoxCommandRunner';

jest.mock('lightning/flow', () => {
    const { LightningElement, registerDecorators } = jest.requireActual('lwc');
    class BrokenFlow extends LightningElement {
        connectedCallback(): void {
            throw new Error('This page cannot run flows');
        }
    }
    const property = { config: 0 };
    registerDecorators(BrokenFlow, {
        publicProps: { flowApiName: property, flowFinishBehavior: property, flowInputVariables: property }
    });
    return BrokenFlow;
});

const RECORD = {
    apiName: 'ConVox_Command__c',
    id: 'a0C000000000001AAA',
    fields: {},
    lastModifiedById: null,
    lastModifiedDate: null,
    systemModstamp: null,
    recordTypeId: null
};

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('a page that cannot run flows leaves the command to the background, once', async () => {
    jest.useFakeTimers();
    jest.mocked(createRecord).mockResolvedValue(RECORD);
    const update = jest.mocked(updateRecord).mockResolvedValue(RECORD);
    const element = createElement('c-convox-command-runner', { is: ConvoxCommandRunner });
    document.body.appendChild(element);
    const result = element.send({
        type: 'Dial',
        fields: { Agent_Code__c: 'AG_ASHA', Phone_Number__c: '9876543201', Ref_No__c: 'SF_0123456789ABCDEF' }
    });
    await jest.advanceTimersByTimeAsync(20_000);
    await expect(result).resolves.toMatchObject({ state: 'unknown', failure: 'noAnswerInTime' });
    expect(update.mock.calls).toEqual([[{ fields: { Id: RECORD.id, Status__c: 'Requested' } }]]);
    expect(element.shadowRoot?.querySelector('lightning-flow')).toBeNull();
});
