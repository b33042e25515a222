import { adviceOnRefusal, replyCodes } from '#contract';
import { qualityWords } from '../../admin/loadCalls/qualityWords.ts';
import { metadataFiles } from '../../local/metadata/metadataFiles.ts';
import { readMetadataFile } from '../../local/metadata/readMetadata.ts';
import { everyElement } from '../../local/metadata/xml.ts';
import { PRODUCT } from '../../local/org/testing/testOrg.ts';
import type { PackageOrg } from '../flows/packageOrg.ts';
import { openPackageOrg } from '../flows/packageOrg.ts';

let org: PackageOrg;

beforeAll(async () => {
    org = await openPackageOrg();
});
afterAll(() => org.close());

let made = 0;

function wordsOf(field: 'Data_Quality' | 'Open_Points', codes: string): unknown {
    made += 1;
    const id = org.create('ConVox_Call__c', { Call_Reference__c: `W-${made}`, [`${field}__c`]: codes });
    return org.read('ConVox_Call__c', id)[`${field}_in_Words__c`];
}

test('what the gateway found odd is said in the words that load-calls uses', () => {
    const codes = Object.keys(qualityWords);
    expect(codes.map((code) => wordsOf('Data_Quality', code))).toEqual(Object.values(qualityWords));
    expect(wordsOf('Data_Quality', 'valueCut; severalAgents')).toBe(
        'a value was too long and is cut; several agents had the call'
    );
});

/** What flows write behind the flags so far: `"; targetNotRead"`. What the checks of the set-up find is no flag of a call. */
const written = metadataFiles(PRODUCT, '.flow-meta.xml').flatMap(({ file, name: flow }) =>
    [...everyElement(readMetadataFile(file, 'Flow'))].flatMap(({ name, text }) =>
        ['expression', 'stringValue'].includes(name) && !flow.endsWith('_Health')
            ? [...text.matchAll(/(?<![\w"])"?; ([a-z]+[A-Z]\w+)"?/g)].map(([, code = '']) => code)
            : []
    )
);

test('every code that a flow writes has words', () => {
    const fieldOf = (code: string): 'Data_Quality' | 'Open_Points' =>
        /Missing$|^\w+(?<!status)Unknown$/.test(code) && !(code in qualityWords) ? 'Open_Points' : 'Data_Quality';
    const codes = [...new Set(written)];
    expect(codes.length).toBeGreaterThan(14);
    expect(codes.filter((code) => String(wordsOf(fieldOf(code), code)).includes(code))).toEqual([]);
});

const dial = { Type__c: 'Dial', Agent_Code__c: 'agent007', Phone_Number__c: '9876543210', Ref_No__c: '1' };

test('every code of a reply has words of its own meaning, and the code behind them', () => {
    const wordsOfReply = (code: string): string => {
        const id = org.create('ConVox_Command__c', { ...dial, Key__c: `K-${code}`, Reply_Code__c: code });
        return String(org.read('ConVox_Command__c', id)['Reply_in_Words__c'] ?? '');
    };
    const said = Object.keys(replyCodes).map((code) => ({ code, words: wordsOfReply(code) }));
    expect(said.filter(({ code, words }) => !words.endsWith(` (${code})`))).toEqual([]);
    const meanings = said.map(({ code, words }) => `${adviceOnRefusal(code)}: ${words.replace(` (${code})`, '')}`);
    const advice = new Set(Object.values(replyCodes));
    expect(new Set(meanings).size).toBe(advice.size);
    expect(new Set(meanings.map((meaning) => meaning.replace(/^\w+: /, ''))).size).toBe(advice.size);
    expect([wordsOfReply('EC999'), wordsOfReply('')]).toEqual(['(EC999)', '']);
});

const columnsOf = (file: string): string[] =>
    [...everyElement(readMetadataFile(file, 'Report'))].flatMap(({ name, text }) => (name === 'field' ? [text] : []));

test.each([
    ['ConVox_Call__c$Earlier_Agents__c', 'ConVox_Call__c$Earlier_Agents_in_Words__c', 2],
    ['ConVox_Call__c.Commands__r$Disposition__c', 'ConVox_Call__c.Commands__r$Disposition_Name__c', 1],
    ['ConVox_Call__c$Data_Quality__c', 'ConVox_Call__c$Data_Quality_in_Words__c', 1],
    ['ConVox_Call__c$Process_Name__c', 'ConVox_Call__c$Process_in_Words__c', 28],
    ['ConVox_Follow_Up__c$Process_Name__c', 'ConVox_Follow_Up__c$Process_in_Words__c', 2],
    ['ConVox_Command__c$Reply_Code__c', 'ConVox_Command__c$Reply_in_Words__c', 1],
    ['ConVox_Call__c.Commands__r$Reply_Code__c', 'ConVox_Call__c.Commands__r$Reply_in_Words__c', 1],
    ['ConVox_Command__c$Agent_Code__c', 'ConVox_Command__c$CreatedBy', 1],
    ['ConVox_Call__c$Disposition_2__c', 'ConVox_Call__c$Disposition_2_Name__c', 1],
    ['ConVox_Call__c$List_ID__c', 'ConVox_Call__c$List_in_Words__c', 2],
    ['ConVox_Call__c$Open_Points__c', 'ConVox_Call__c$Open_Points_in_Words__c', 1]
])('no report shows %s, which is codes, where %s says the same', (codes, words, atLeast) => {
    const shown = metadataFiles(PRODUCT, '.report-meta.xml').flatMap(({ file }) => columnsOf(file));
    expect(shown).not.toContain(codes);
    expect(shown.filter((column) => column === words).length).toBeGreaterThanOrEqual(atLeast);
});
