import { build } from 'esbuild';
import { findComponentFolders } from './componentFolders.ts';
import { lwcPlugin } from './lwcPlugin.ts';

const sources = {
    folders: findComponentFolders(),
    icons: new Set<string>(),
    salesforce: { labels: new Map(), messageChannels: new Set<string>() },
    exposed: [],
    metadataFiles: []
};

test.each([
    ['@lwc/state', 'gives state managers no context'],
    ['lightning/recordEditForm', 'no module lightning/recordEditForm'],
    ['@salesforce/apex/Controller.method', '@salesforce/apex/Controller.method']
])('a component that imports %s is refused by name when the page is built', async (module, named) => {
    const building = build({
        stdin: { contents: `import '${module}';` },
        bundle: true,
        write: false,
        logLevel: 'silent',
        plugins: [lwcPlugin(() => sources)]
    });
    await expect(building).rejects.toThrow(named);
});
