import type { Check } from './check.ts';
import { open } from './check.ts';

type HandCheck = readonly [id: string, question: string, howTo: string];

/** Settings of this org that no API shows. */
const settings: readonly HandCheck[] = [
    [
        'lightning-web-security',
        'Is Lightning Web Security switched on?',
        '/lightning/setup/SecuritySession/home, "Use Lightning Web Security for Lightning web components". The utility bar API and parts that are loaded at run time need it.'
    ]
];

/** Assumptions that no API shows; a person finds out in the browser or at ConVox. */
const assumptions: readonly HandCheck[] = [
    [
        'flow-in-utility-bar',
        'Does the hidden flow of the utility bar stay out of the way over a whole shift?',
        'Work an hour with the direct route. If it steals the focus or shows a panel of its own, set Command Route to Background.'
    ],
    [
        'screen-pop-post',
        'Does a POST of ConVox reach the page with its parameters?',
        'Let ConVox pop by POST to the gateway’s /pop, which never depends on it. Try the Visualforce page only if there is no gateway.'
    ],
    [
        'pop-tab-closes',
        'May the tab that ConVox opened close itself?',
        'Answer a call with the console open. If the tab stays, let ConVox open pops with one fixed window name.'
    ],
    [
        'tabs-share-softphone',
        'Do two tabs of the console share one softphone (locks and channels under Lightning Web Security)?',
        'Open the console twice, answer a call: one tab takes it, the other says that another tab takes the calls.'
    ],
    [
        'command-encoding',
        'Does the org encode the values of a command, such as a blank or & in a disposition?',
        'End a call with a disposition whose code has a blank, and see what ConVox got. Codes without marks never depend on it.'
    ],
    [
        'content-type',
        'Does the org read an answer that says text/html; charset=UTF-8?',
        'Behind the gateway the question does not arise: it answers text/plain. Without one, run with --send-test-command.'
    ],
    [
        'flow-retries',
        'Does the platform leave a failed command alone?',
        'Refuse a command (stop the gateway, end a call), wait 15 minutes, and see that ConVox or the gateway got nothing more.'
    ],
    [
        'credential-on-upgrade',
        'Does an upgrade of the unlocked package keep the Named Credential’s address?',
        'After an upgrade run this command again; npm run admin -- deploy keeps the address by itself.'
    ],
    [
        'external-client-app',
        'Can an external client app be part of an unlocked package?',
        'It is not: docs/install.md has the steps to make one in the org.'
    ],
    [
        'promotion-without-apex',
        'Can a version without Apex be promoted?',
        'npm run admin -- package version create asks for code coverage; promote the version in a Dev Hub and see.'
    ]
];

const askedByHand = (about: Check['about'], list: readonly HandCheck[]): Check[] =>
    list.map(([id, question, howTo]) => ({
        id,
        about,
        question,
        run: () => Promise.resolve(open('no API shows it', howTo))
    }));

export const handChecks: readonly Check[] = [
    ...askedByHand('health', settings),
    ...askedByHand('platform', assumptions)
];
