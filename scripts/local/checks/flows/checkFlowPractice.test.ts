import { checkFlowPractice } from './checkFlowPractice.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFlowPractice(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFlowPractice, [
    fault('a flow without a description', 'send', 'What the flow is for.', '', 'FlowDescription'),
    fault(
        'a variable nobody uses',
        'send',
        '<variables><description>What it holds.</description><name>answer</name>',
        '<variables><description>Nothing.</description><name>spare</name><dataType>String</dataType><isCollection>false</isCollection><isInput>false</isInput><isOutput>false</isOutput></variables><variables><description>What it holds.</description><name>answer</name>',
        'UnusedVariable: spare'
    )
]);
