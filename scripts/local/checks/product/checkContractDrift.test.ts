import { join } from 'node:path';
import { checkContractDrift } from './checkContractDrift.ts';
import type { Project } from '../read/project.ts';
import { readProject, withFile } from '../read/project.ts';

const real = readProject(join(import.meta.dirname, '..', '..', '..', '..'));
const calls = 'force-app/main/calls/objects/ConVox_Call__c/fields';
const server = 'force-app/main/configuration/objects/ConVox_Server__c/fields';
const sheet =
    'force-app/main/call-control/externalServiceRegistrations/ConVoxSheet.externalServiceRegistration-meta.xml';

/** The package itself with one file changed; without a text the file is gone. */
function packageWith(file: string, from: string, to: string | undefined): Project {
    const text = real.files.get(file) ?? '';
    expect(text).toContain(from);
    return withFile(real, file, to === undefined ? undefined : text.replaceAll(from, to));
}

test('contract and metadata agree in the package', () => {
    expect(checkContractDrift(real)).toEqual([]);
});

test.each([
    ['a field that a call lacks', `${calls}/Station__c.field-meta.xml`, 'Station', undefined, 'lacks Station__c'],
    ['a status nobody knows', `${calls}/Status__c.field-meta.xml`, '>Ended<', '>Over<', 'knows "Over"'],
    ['a direction nobody knows', `${calls}/Direction__c.field-meta.xml`, '>Inbound<', '>In<', 'knows "In"'],
    ['another dial script', `${server}/Dial_Script__c.field-meta.xml`, '"bridge.php"', '"dial.php"', '"dial.php"'],
    ['another time zone', `${server}/Time_Zone__c.field-meta.xml`, 'Asia/Kolkata', 'UTC', 'The default is "UTC"'],
    ['another dialect', `${server}/Dialect__c.field-meta.xml`, '<fullName>sheet<', '<fullName>sleep<', 'sleep'],
    ['a parameter not registered', sheet, '"set_followUp"', '"set_followup"', 'does not take set_followUp']
])('catches %s', (_name, file, from, to, what) => {
    const findings = checkContractDrift(packageWith(file, from, to));
    expect(findings.map((finding) => finding.what).join('\n')).toContain(what);
});
