import { checkFlowLookups } from './checkFlowLookups.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFlowLookups(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFlowLookups, [
    fault(
        'a result stored by itself and emptied',
        'send',
        '<getFirstRecordOnly>true',
        '<assignNullValuesIfNoRecordsFound>true</assignNullValuesIfNoRecordsFound><getFirstRecordOnly>true',
        'Get_ticket empties a variable'
    ),
    fault(
        'a first record in a variable',
        'send',
        '<storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>',
        '<outputReference>ticket</outputReference></recordLookups>',
        'Get_ticket asks for the first record only'
    )
]);
