import { recordPage } from '../recordPages';
import { MEERA } from '../../convoxCallState/__tests__/sampleLookup';

test('a record is shown on its own page', () => {
    expect(recordPage(MEERA)).toEqual({
        type: 'standard__recordPage',
        attributes: { recordId: MEERA.id, objectApiName: 'Contact', actionName: 'view' }
    });
});
