import { join } from 'node:path';
import { readProject, withFile } from '../read/project.ts';
import { checkNotifications } from './checkNotifications.ts';

const real = readProject(join(import.meta.dirname, '..', '..', '..', '..'));
const flow = 'force-app/main/setup/flows/ConVox_Nightly_Health.flow-meta.xml';

test('the notifications of the package have their types', () => {
    expect(checkNotifications(real)).toEqual([]);
});

test('catches a notification type that is not there', () => {
    const text = (real.files.get(flow) ?? '').replace(
        '<stringValue>ConVox_Health</stringValue>',
        '<stringValue>ConVox_Wealth</stringValue>'
    );

    expect(checkNotifications(withFile(real, flow, text))).toMatchObject([
        { file: flow, what: expect.stringContaining('ConVox_Wealth') }
    ]);
});
