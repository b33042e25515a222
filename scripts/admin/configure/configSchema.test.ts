import { join } from 'node:path';
import { z } from 'zod';
import { readMetadataFile, requiredTextOf } from '../../local/metadata/readMetadata.ts';
import { metadataFiles } from '../../local/metadata/metadataFiles.ts';
import { readSchema } from '../../local/metadata/objects/readSchema.ts';
import { root } from '../root.ts';
import { configSchema } from './configSchema.ts';

const forceApp = join(root, 'force-app');
const schema = readSchema(forceApp);

const accepts = (config: unknown): boolean => configSchema.safeParse(config).success;
const process = (more: object): object => ({ processes: [{ code: 'P', ...more }] });
const server = (more: object): object => ({ servers: [{ name: 'S', ...more }] });

test.each<[string, (text: string) => object, string, string]>([
    [
        'the code of an agent',
        (code) => ({ agents: [{ code, user: 'a@b.example' }] }),
        'ConVox_Agent__c',
        'Agent_Code__c'
    ],
    ['the code of a process', (code) => process({ code }), 'ConVox_Process__c', 'Process_Code__c'],
    ['the code of a disposition', (code) => process({ dispositions: [{ code }] }), 'ConVox_Disposition__c', 'Code__c'],
    ['the code of a server', (code) => server({ code: code.toLowerCase() }), 'ConVox_Server__c', 'Code__c'],
    ['dialAction', (dialAction) => server({ dialAction }), 'ConVox_Server__c', 'Dial_Action__c'],
    ['wordsOfSuccess', (wordsOfSuccess) => server({ wordsOfSuccess }), 'ConVox_Server__c', 'Words_of_Success__c']
])('%s may be as long as its field, and no longer', (_what, config, object, field) => {
    const length = z.number().parse(schema.objects.get(object)?.fields.get(field)?.length);
    expect(accepts(config('A'.repeat(length)))).toBe(true);
    expect(accepts(config('A'.repeat(length + 1)))).toBe(false);
});

test('the wrap-up time may be as long as the org takes it, and no longer', () => {
    const [rule] = metadataFiles(forceApp, 'Wrap_Up_Is_Within_An_Hour.validationRule-meta.xml');
    const formula = requiredTextOf(readMetadataFile(rule?.file ?? '', 'ValidationRule'), 'errorConditionFormula');
    const most = Number(/Wrap_Up_Seconds__c > (\d+)/.exec(formula)?.[1]);
    expect(most).toBeGreaterThan(0);
    expect(accepts(process({ wrapUpSeconds: most }))).toBe(true);
    expect(accepts(process({ wrapUpSeconds: most + 1 }))).toBe(false);
});

test('what a server supports are names that its record takes, in any order', () => {
    expect(accepts(server({ supports: ['Hold', 'Ready'] }))).toBe(true);
    expect(accepts(server({ supports: ['Conference'] }))).toBe(false);
    expect(accepts(process({ breaks: ['Tea, with milk'] }))).toBe(false);
});
