import { ALL, importedNames } from './moduleExports.ts';

test('collects what components import from each module, under the name it was exported with', () => {
    const imported = importedNames([
        "import { phoneKey, displayPhone as shown } from 'c/convoxContract';\nimport { LightningElement } from 'lwc';",
        "import {\n    phoneKey,\n    readReply\n} from 'c/convoxContract';\nimport { wordsOf } from 'c/convoxReplyAdvice';"
    ]);
    expect([...(imported.get('convoxContract') ?? [])].sort()).toEqual(['displayPhone', 'phoneKey', 'readReply']);
    expect([...(imported.get('convoxReplyAdvice') ?? [])]).toEqual(['wordsOf']);
    expect(imported.has('lwc')).toBe(false);
});

test('what a module hands on is imported too, and a whole module is wanted as a whole', () => {
    const imported = importedNames([
        "export { phoneKey as key } from 'c/convoxContract';",
        "import * as words from 'c/convoxCallWords';",
        "export * from 'c/convoxText';"
    ]);
    expect(imported.get('convoxContract')).toEqual(new Set(['phoneKey']));
    expect(imported.get('convoxCallWords')).toEqual(new Set([ALL]));
    expect(imported.get('convoxText')).toEqual(new Set([ALL]));
});
