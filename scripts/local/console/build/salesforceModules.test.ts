import { salesforceModule } from './salesforceModules.ts';
import type { SalesforceSources } from './salesforceModules.ts';

const sources: SalesforceSources = {
    labels: new Map([['Ready', { en_US: 'Ready', hi: 'तैयार' }]]),
    messageChannels: new Set(['CallChanged'])
};

test.each<[string, string]>([
    ['schema/Contact', 'export default {"objectApiName":"Contact"};'],
    ['schema/Contact.Phone', 'export default {"objectApiName":"Contact","fieldApiName":"Phone"};'],
    ['schema/Contact.Account.Name', 'export default {"objectApiName":"Contact","fieldApiName":"Account.Name"};'],
    ['messageChannel/CallChanged__c', 'export default {"channelName":"CallChanged__c"};'],
    ['messageChannel/lightning__tabFocused', 'export default {"channelName":"lightning__tabFocused"};']
])('@salesforce/%s is a constant', (path, code) => {
    expect(salesforceModule(path, sources)).toEqual({ code });
});

test.each(['user/Id', 'i18n/lang', 'i18n/timeZone', 'i18n/dateTime.shortDateFormat', 'label/c.Ready'])(
    '@salesforce/%s is known once the user is',
    (path) => {
        expect(JSON.stringify(salesforceModule(path, sources))).toMatch(/^\{"code":.*session\.ts/);
    }
);

test.each<[string, string]>([
    ['label/c.Missing', 'label c.Missing'],
    ['label/other.Ready', 'label other.Ready'],
    ['messageChannel/Missing__c', 'message channel Missing__c'],
    ['apex/Controller.method', '@salesforce/apex/Controller.method']
])('@salesforce/%s is refused by name, as an org would refuse it', (path, named) => {
    const answer = salesforceModule(path, sources);
    expect('problem' in answer && answer.problem).toContain(named);
});
