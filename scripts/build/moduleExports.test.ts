import { importedNames } from './moduleExports.ts';

test('collects what components import from each module, under the name it was exported with', () => {
    const imported = importedNames([
        "import { phoneKey, displayPhone as shown } from 'c/convoxContract';\nimport { LightningElement } from 'lwc';",
        "import {\n    phoneKey,\n    readReply\n} from 'c/convoxContract';\nimport { wordsOf } from 'c/convoxReplyAdvice';"
    ]);
    expect([...(imported.get('convoxContract') ?? [])].sort()).toEqual(['displayPhone', 'phoneKey', 'readReply']);
    expect([...(imported.get('convoxReplyAdvice') ?? [])]).toEqual(['wordsOf']);
    expect(imported.has('lwc')).toBe(false);
});
