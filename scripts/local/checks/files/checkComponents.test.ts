import { checkComponents } from './checkComponents.ts';
import { catches, fault } from '../testing/faults.ts';
import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';

const check = (project: Project): Promise<Finding[]> =>
    checkComponents(project, new Set(['lightning-card', 'lightning-formatted-date-time']));

test('finds nothing in a sound package', async () => {
    expect(await check(projectOf(sampleFiles))).toEqual([]);
});

catches(check, [
    fault('a label that is not there', 'script', 'c.Phone_Title', 'c.Phone_Head', 'The label c.Phone_Head does not'),
    fault('a field that is not there', 'script', 'State__c', 'Stage__c', 'The schema Ticket__c.Stage__c'),
    fault(
        'a field that is not there, in plain text',
        'script',
        "from 'lwc';",
        "from 'lwc'; const QUERY = 'Ticket__c { Stage__c }';",
        'called Stage__c'
    ),
    fault(
        'a lookup that is not there, in plain text',
        'script',
        "from 'lwc';",
        "from 'lwc'; const PATH = 'Lead__r.Name';",
        'called Lead__r'
    ),
    fault('a channel that is not there', 'script', 'TicketChanged', 'TicketGone', 'TicketGone__c does not exist'),
    fault('an element that is not there', 'template', 'lightning-card', 'lightning-kard', 'lightning-kard does not'),
    fault('a component that is not there', 'template', 'lightning-card', 'c-card', 'The component c-card'),
    fault(
        'an unknown platform module',
        'script',
        "from 'lwc';",
        "from 'lwc'; import 'lightning/none';",
        'lightning/none'
    ),
    fault('npm code that is not bundled in', 'script', "from 'lwc';", "from 'lwc'; import 'zod';", "imports 'zod'"),
    fault('text run as code', 'script', 'title = TITLE', 'title = eval(TITLE)', 'evaluates text as code'),
    fault('a class that is not exported', 'script', 'export default ', '', 'would deploy but not render'),
    fault('a template that does not compile', 'template', '</lightning-card>', '', 'Invalid HTML syntax'),
    fault(
        "a time of the computer's zone",
        'template',
        '</lightning-card>',
        '<lightning-formatted-date-time value={title}></lightning-formatted-date-time></lightning-card>',
        'not of the user'
    ),
    fault(
        'a component that loads others without the capability for it',
        'bundle',
        'lightning__dynamicComponent',
        'lightning__none',
        'Dynamic imports are not allowed'
    ),
    fault(
        'a component that is loaded at run time without the capability for it',
        'actionBundle',
        'lightning__dynamicComponent',
        'lightning__none',
        'ring is imported at run time and lacks'
    ),
    fault('an import at run time by a computed name', 'script', "'c/ring'", "'c/' + TITLE", 'by its literal name'),
    fault('an import at run time of nothing that is there', 'script', "'c/ring'", "'c/rung'", 'is no component'),
    fault(
        'an import at run time in a comment',
        'script',
        '    load =',
        "    // import('c/ring')\n    load =",
        'by its literal name'
    ),
    fault(
        'a second import at run time, which the compiler of an org may refuse',
        'script',
        "import('c/ring')",
        "[import('c/ring'), import('c/rung')]",
        'Illegal usage of the dynamic import'
    ),
    fault('another API version', 'bundle', '66.0', '65.0', 'The API version is not 66.0')
]);

test('catches a component that was not compiled', async () => {
    const files = Object.fromEntries(Object.entries(sampleFiles).filter(([path]) => path !== at.script));
    const findings = await check(projectOf(files));
    expect(findings).toMatchObject([{ file: at.script, what: 'The component is not compiled' }]);
});
