import { recordPage } from '../recordPages';
import { MEERA } from '../../convoxCallState/__tests__/sampleLookup';

test('a record is shown on its own page', () => {
    expect(recordPage(MEERA)).toEqual({
        type: 'standard__recordPage',
        attributes: { recordId: MEERA.id, objectApiName: 'Contact', actionName: 'view' }
    });
});

test('without a record the list of all is shown', () => {
    expect(recordPage({ id: '', object: 'ConVox_Call__c' })).toEqual({
        type: 'standard__objectPage',
        attributes: { objectApiName: 'ConVox_Call__c', actionName: 'list' }
    });
});
