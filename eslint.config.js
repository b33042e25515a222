import { defineConfig } from 'eslint/config';
import lwc from '@salesforce/eslint-config-lwc';
import slds from '@salesforce-ux/eslint-plugin-slds';
import * as parser from '@typescript-eslint/parser';

/** What only Salesforce's own rules know of components; everything else about TypeScript is oxlint's. */
export default defineConfig([
    { ignores: ['**/*.js', '**/*.cjs'] },
    {
        files: ['force-app/**/lwc/**/*.ts'],
        extends: [lwc.configs.recommended],
        languageOptions: { parser },
        rules: {
            // Time-outs, polling and the call timer need timers; each is given its clock and ends with its component.
            '@lwc/lwc/no-async-operation': 'off',
            // Crashes on TypeScript sources with "Cannot read properties of null".
            '@lwc/lwc-platform/valid-offline-wire': 'off',
            // oxlint and the compiler say so too, and sooner.
            'no-undef': 'off',
            'no-unused-vars': 'off',
            'import/default': 'off',
            'import/export': 'off',
            'import/named': 'off',
            'import/namespace': 'off'
        }
    },
    {
        files: ['force-app/**/__tests__/**/*.ts'],
        rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' }
    },
    { files: ['force-app/**/*.{html,css}'], extends: [slds.configs['flat/recommended']] }
]);
