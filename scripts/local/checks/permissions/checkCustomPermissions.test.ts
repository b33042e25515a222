import { checkCustomPermissions } from './checkCustomPermissions.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles } from '../testing/sampleProject.ts';
import { xml } from '../testing/sampleXml.ts';

const path = 'force-app/main/desk/customPermissions/Reopen.customPermission-meta.xml';
const permission = { [path]: xml('CustomPermission', '<isLicensed>false</isLicensed><label>Reopen</label>') };

function granting(enabled: boolean): Record<string, string> {
    const set = sampleFiles[at.permissionSet] ?? '';
    const grant = `<customPermissions><enabled>${enabled}</enabled><name>Reopen</name></customPermissions>`;
    return { ...sampleFiles, ...permission, [at.permissionSet]: set.replace('<fieldPermissions>', `${grant}$&`) };
}

test('finds nothing in a sound package', () => {
    expect(checkCustomPermissions(projectOf(sampleFiles))).toEqual([]);
    expect(checkCustomPermissions(projectOf(granting(true)))).toEqual([]);
});

test('catches a permission that nobody has', () => {
    expect(checkCustomPermissions(projectOf(granting(false)))).toMatchObject([
        { file: path, what: 'Nobody has the custom permission Reopen' }
    ]);
});

catches(checkCustomPermissions, [
    fault(
        'a formula that asks for an unknown permission',
        'trigger',
        '<filterLogic>',
        '<filterFormula>{!$Permission.Reopen}</filterFormula><filterLogic>',
        'There is no custom permission Reopen'
    ),
    fault(
        'code that asks for an unknown permission',
        'source',
        'class Phone',
        "import REOPEN from '@salesforce/customPermission/Reopen';\nclass Phone",
        'There is no custom permission Reopen'
    )
]);
