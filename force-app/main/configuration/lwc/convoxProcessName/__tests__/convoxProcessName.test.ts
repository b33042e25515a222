import { processName } from '../convoxProcessName.ts';

test.each([
    ['SALES', 'Outbound Sales', 'Outbound Sales (SALES)'],
    ['SALES', 'Sales', 'Sales'],
    ['sales', 'SALES', 'SALES'],
    ['SALES', '', 'SALES'],
    ['austin:SALES', 'Texas Sales', 'Texas Sales (SALES, austin)'],
    ['austin:SALES', 'Sales', 'Sales (austin)'],
    ['austin:sales', 'SALES (austin)', 'SALES (austin)'],
    ['austin:SALES', '', 'SALES (austin)'],
    ['default:emi:LATE', 'EMI:LATE', 'EMI:LATE'],
    ['', '', '']
])('%s, called %j, is shown as %s', (process, words, text) => {
    expect(processName({ process, words })).toBe(text);
});
