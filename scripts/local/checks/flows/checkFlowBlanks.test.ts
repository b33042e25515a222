import { checkFlowBlanks } from './checkFlowBlanks.ts';
import { catches, fault } from '../testing/faults.ts';
import { isChoiceOf, isNeverBlank } from './formulaBlanks.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles, sampleWith } from '../testing/sampleProject.ts';

const KEY = '<value><elementReference>keyOfTheNumber</elementReference></value>';
const EMPTY = '<value><elementReference>$GlobalConstant.EmptyString</elementReference></value>';
const SENT = '<value><stringValue>Sent</stringValue></value>';
const BLANK = 'Fill may give Phone_Key__c a blank';

test('finds nothing in a sound package', () => {
    expect(checkFlowBlanks(projectOf(sampleFiles))).toEqual([]);
});

catches(checkFlowBlanks, [
    ...['', '<value />', '<value><stringValue /></value>', '<value><elementReference></elementReference></value>'].map(
        (to) => fault(`a row updated with "${to}"`, 'send', SENT, to, 'Save gives State__c no value')
    ),
    fault('a value that may be blank over one that is there', 'fillKey', EMPTY, KEY, BLANK),
    fault('a field emptied by a text without characters', 'fillKey', EMPTY, '<value><stringValue /></value>', BLANK),
    fault('a field emptied by no value at all', 'fillKey', EMPTY, '', BLANK),
    fault(
        'a field emptied by another',
        'fillKey',
        EMPTY,
        '<value><elementReference>$Record.Key__c</elementReference></value>',
        BLANK
    )
]);

test.each([
    ['a text', '<value><stringValue>x</stringValue></value>'],
    ['what was there before', '<value><elementReference>$Record__Prior.Phone_Key__c</elementReference></value>'],
    ['the time of now', '<value><elementReference>$Flow.CurrentDateTime</elementReference></value>']
])('%s needs no emptied field', (_, value) => {
    const from = `${EMPTY}</assignmentItems><assignmentItems><assignToReference>$Record.Phone_Key__c</assignToReference><operator>Assign</operator>${KEY}`;
    expect(checkFlowBlanks(sampleWith('fillKey', { from, to: value }))).toEqual([]);
});

test.each([
    ['"open"', true],
    ['{!$Record.Key__c}', false],
    ['{!$Record.Key__c} + "; late"', true],
    ['BLANKVALUE({!$Record.Key__c}, "0")', true],
    ['BLANKVALUE("0", {!$Record.Key__c})', false],
    ['IF({!isOpen}, "open", "closed")', true],
    ['IF({!isOpen}, "open", "")', false],
    ['IF({!isOpen}, "open", NULL)', false],
    ['{!$Flow.CurrentDateTime}', true],
    ['IF(ISBLANK({!$Record.Key__c}), {!$Flow.CurrentDateTime}, {!$Record.Key__c})', true],
    ['IF(ISBLANK({!$Record.Key__c}), {!$Flow.CurrentDateTime}, {!$Record.Other__c})', false],
    ['IF(ISBLANK({!$Record.Key__c}), {!$Record.Other__c}, {!$Record.Key__c})', false],
    ['CASE({!state}, "1", "open", "2", "closed", "unknown")', true],
    ['CASE({!state}, "1", "open", "2", "", "unknown")', false],
    ['CASE({!state}, "1", "open", {!state})', false],
    ['RPAD(BLANKVALUE({!ranks}, "0"), 9, "0")', true],
    ['RPAD({!ranks}, 9, "0")', false],
    ['MID("abc", 9, 1)', false]
])('%s never blank: %s', (formula, isNever) => {
    expect(isNeverBlank(formula)).toBe(isNever);
});

test.each([
    ['IF({!a} > {!b}, {!$Record__Prior.Key__c}, {!$Record.Key__c})', true],
    ['IF({!a} > {!b}, TEXT({!$Record__Prior.Key__c}), TEXT({!$Record.Key__c}))', true],
    ['IF({!a} > {!b}, {!$Record__Prior.Key__c}, NULL)', false],
    ['IF({!a} > {!b}, {!$Record__Prior.Key__c}, {!$Record.Other__c})', false],
    ['{!$Record.Key__c}', false]
])('%s is a choice of what the field holds: %s', (formula, is) => {
    expect(isChoiceOf('Key__c', formula)).toBe(is);
});
