import { defineConfig } from 'eslint/config';
import lwc from '@salesforce/eslint-config-lwc';
import slds from '@salesforce-ux/eslint-plugin-slds';
import jest from 'eslint-plugin-jest';
import typescript from 'typescript-eslint';

const NO_UNCHECKED_SYNTAX = {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    'no-unused-vars': 'off',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    'no-undef': 'off',
    eqeqeq: 'error',
    complexity: ['error', 10],
    'max-lines': ['error', { max: 250 }]
};

const NO_UNCHECKED_CODE = { ...NO_UNCHECKED_SYNTAX, '@typescript-eslint/switch-exhaustiveness-check': 'error' };

/** Phone numbers are taken apart in one file; a second place would soon disagree with it. */
const DIGITS_ARE_STRIPPED_IN_ONE_FILE = {
    selector: 'Literal[regex.pattern=/\\\\D|\\[\\^(0-9|\\\\d)[^\\]]*\\]/]',
    message:
        'Phone numbers are touched in convoxContract/phoneNumber.ts only: import phoneKey, dialNumber or displayPhone.'
};

export default defineConfig([
    {
        ignores: [
            'node_modules/',
            '.local/',
            '.sf/',
            '.sfdx/',
            'coverage/',
            'dist/',
            'test-results/',
            'force-app/**/*.js'
        ]
    },
    {
        files: ['force-app/**/lwc/**/*.ts'],
        extends: [lwc.configs.recommended],
        languageOptions: {
            parser: typescript.parser,
            parserOptions: { project: './config/tsconfig.tests.json', tsconfigRootDir: import.meta.dirname }
        },
        plugins: { '@typescript-eslint': typescript.plugin },
        rules: {
            ...NO_UNCHECKED_CODE,
            'max-lines': ['error', { max: 150 }],
            'no-restricted-syntax': ['error', DIGITS_ARE_STRIPPED_IN_ONE_FILE],
            'no-restricted-imports': [
                'error',
                {
                    paths: ['zod', 'zod/mini'].map((name) => ({
                        name,
                        message: 'Agents would download it: convoxContract parses what crosses the wire by plain rules.'
                    }))
                }
            ],
            // Time-outs, polling and the call timer need timers; each is given its clock and ends with its component.
            '@lwc/lwc/no-async-operation': 'off',
            // Crashes on TypeScript sources with "Cannot read properties of null".
            '@lwc/lwc-platform/valid-offline-wire': 'off',
            // The compiler says so too, and sooner.
            'import/default': 'off',
            'import/export': 'off',
            'import/named': 'off',
            'import/namespace': 'off'
        }
    },
    {
        files: ['force-app/main/contract/lwc/**/*.ts'],
        rules: { 'max-lines': ['error', { max: 250 }] }
    },
    {
        files: ['force-app/**/lwc/**/__tests__/**/*.ts'],
        rules: { 'no-restricted-imports': 'off' }
    },
    {
        // A GraphQL document is formatted one brace a line and cannot be split.
        files: ['force-app/**/lwc/**/*Query.ts'],
        rules: { 'max-lines': ['error', { max: 360 }] }
    },
    {
        files: ['force-app/main/contract/lwc/convoxContract/phoneNumber.ts'],
        rules: { 'no-restricted-syntax': 'off' }
    },
    {
        files: ['scripts/**/*.ts'],
        ignores: ['scripts/local/console/page/**', 'scripts/local/console/platform/**', 'scripts/simulator/page/**'],
        extends: [typescript.configs.recommendedTypeChecked],
        languageOptions: {
            parserOptions: { project: './scripts/tsconfig.json', tsconfigRootDir: import.meta.dirname }
        },
        rules: { ...NO_UNCHECKED_CODE, 'no-restricted-syntax': ['error', DIGITS_ARE_STRIPPED_IN_ONE_FILE] }
    },
    {
        files: ['scripts/local/console/{page,platform}/**/*.ts', 'scripts/simulator/page/**/*.ts'],
        extends: [typescript.configs.recommended],
        rules: NO_UNCHECKED_SYNTAX
    },
    {
        files: ['**/__tests__/**/*.ts', '**/*.test.ts'],
        plugins: { jest },
        languageOptions: { globals: jest.environments.globals.globals },
        rules: {
            'jest/no-focused-tests': 'error',
            'jest/no-disabled-tests': 'error',
            'jest/no-identical-title': 'error',
            'jest/valid-expect': 'error',
            'max-lines': 'off',
            // expect.any and its like are typed any by Jest.
            '@typescript-eslint/no-unsafe-assignment': 'off',
            'no-restricted-syntax': 'off',
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off'
        }
    },
    { files: ['force-app/**/*.{html,css}'], extends: [slds.configs['flat/recommended']] }
]);
