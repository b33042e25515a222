import { checkSharing } from './checkSharing.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkSharing(projectOf(sampleFiles))).toEqual([]);
});

test('catches rules of an object that is not there', () => {
    const path = at.sharingRules.replace('Ticket__c', 'Tickets__c');
    const project = projectOf({ ...sampleFiles, [path]: sampleFiles[at.sharingRules] ?? '' });

    expect(checkSharing(project)).toMatchObject([
        { file: path, what: expect.stringContaining('no object Tickets__c') }
    ]);
});

catches(checkSharing, [
    fault('a group that is not there', 'sharingRules', '>Night_Shift<', '>Day_Shift<', 'no public group Day_Shift'),
    fault('a level that no rule has', 'sharingRules', '>Edit<', '>All<', '"All" is no access level'),
    fault('criteria about no field', 'sharingRules', '<field>State__c<', '<field>Gone__c<', 'no field Gone__c'),
    fault('criteria about a formula', 'state', '<required>', '<formula>"Open"</formula><required>', 'is a formula'),
    fault('a value that no row has', 'sharingRules', '<value>Open<', '<value>Gone<', 'no value Gone'),
    fault('an object that is open already', 'object', '>Private<', '>ReadWrite<', 'no rule can open them further')
]);
