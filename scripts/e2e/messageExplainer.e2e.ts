import assert from 'node:assert/strict';
import { brokenAccessibilityRules } from './accessibility.ts';
import { cutOffTexts } from './cutOffTexts.ts';
import { deskTest } from './desk.ts';
import { englishWords } from './englishWords.ts';

const PUSH =
    'curl https://gateway.example/call-status -H "Access-Token: hush9Hush8Hush7Hush6" -d "CALL_REFERENCE_ID=1573204600.1000&MOBILE_NO=%2B919876543201' +
    '&USER_ID=AG_ASHA&CALL_STATUS=Connected&CALL_DATE=28-11-2026 03:29 PM&RECORDING_FILE_NAME=/var/www/html/calls/2026-11-28/in/1573204600.1000_SUPPORT_AG_ASHA.WAV&Extra=1"';

const VERDICTS = {
    en_US: 'Call Status push: it would be taken',
    hi: 'कॉल की स्थिति का पुश: यह स्वीकार होगा'
};

for (const [language, verdict] of Object.entries(VERDICTS)) {
    deskTest(`a pasted message is explained by keyboard and fits into 340 px (${language})`, async (desk) => {
        const { console: page, stack, screenshot } = desk;
        const { store, users } = stack.org;
        const asha = users.list().find(({ username }) => username.startsWith('asha'));
        assert.ok(asha);
        store.update('User', [{ id: asha.id, values: { LanguageLocaleKey: language } }], users.admin);
        await page.page.setViewportSize({ width: 340, height: 900 });
        await page.open('/lightning/cmp/c__convoxTrafficExplainer');
        const explainer = page.shownPage.locator('c-convox-traffic-explainer');
        await explainer.getByRole('textbox').first().focus();
        const { keyboard } = page.page;
        await keyboard.insertText(PUSH);
        const button = explainer.getByRole('button').last();
        while (
            !(await button.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus')))
        ) {
            await keyboard.press('Tab');
        }
        await keyboard.press('Enter');
        await explainer.getByRole('status').getByText(verdict).waitFor();
        await screenshot(`explained ${language}`);
        const text = await explainer.innerText();
        assert.match(text, /2026-11-28 15:29:00 Asia\/Kolkata/);
        assert.doesNotMatch(text, /hush/);
        assert.deepEqual(await brokenAccessibilityRules(explainer), []);
        assert.deepEqual(await cutOffTexts(explainer), []);
        const sideways = await explainer.evaluate(
            (element: { scrollWidth: number; clientWidth: number }) => element.scrollWidth - element.clientWidth
        );
        assert.ok(sideways <= 0, `${sideways} pixels stick out`);
        if (language === 'hi') {
            assert.deepEqual(
                englishWords(await explainer.locator('h2, h3, label').allInnerTexts().then(String), [
                    'ConVox',
                    'JSON',
                    'curl'
                ]),
                []
            );
        }
    });
}
