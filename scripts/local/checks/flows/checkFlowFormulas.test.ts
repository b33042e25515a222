import { checkFlowFormulas } from './checkFlowFormulas.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkFlowFormulas(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFlowFormulas, [
    fault('a bracket left open', 'fillKey', ', 10)', ', 10', 'Syntax'),
    fault('a formula that is too long', 'fillKey', ', 10)', `,${' '.repeat(3900)}10)`, 'a flow takes 3900'),
    fault('an unknown function', 'fillKey', 'RIGHT(', 'RITE(', 'Unknown function RITE')
]);
