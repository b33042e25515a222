import { checkTexts } from './checkTexts.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkTexts(projectOf(sampleFiles))).toEqual([]);
});

catches(checkTexts, [
    fault(
        'a stored text over two lines',
        'send',
        '<stringValue>Sent<',
        '<stringValue>\n  Sent\n<',
        '<stringValue> has'
    ),
    fault('a help over two lines', 'key', 'What to know of it.', 'What to know\n of it.', '<inlineHelpText> has'),
    fault(
        'a text of a formula over two lines',
        'fillKey',
        'RIGHT(',
        'FIND("late\n  call", ',
        '"late call" has a line break'
    ),
    fault(
        'such a text with written quotes',
        'fillKey',
        'RIGHT(',
        'FIND(&quot;late\n  call&quot;, ',
        '&quot;late call&quot; has a line break'
    ),
    fault('a sign with blanks around it', 'fillKey', 'RIGHT(', 'FIND(" &lt; ", ', '" &lt; " has blanks around')
]);

test('takes a sign without the blanks that the formatter gave it', () => {
    const files = Object.entries(sampleFiles).map(([file, text]): [string, string] => [
        file,
        text.replace('RIGHT(', 'FIND(TRIM(" &lt; "), ')
    ]);
    expect(checkTexts(projectOf(Object.fromEntries(files)))).toEqual([]);
});
