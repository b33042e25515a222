import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';

// Published as ES modules only, which Jest's CommonJS registry cannot load as they are.
const esModulesInNodeModules = [
    '@lwc',
    '@hono',
    'hono',
    'graphql',
    'formulon',
    '@jetstreamapp',
    '@apidevtools',
    'd3-[a-z-]+',
    'internmap',
    'fast-xml-parser',
    'path-expression-matcher'
];

export default {
    // A limit for what hangs, not a measure of speed: two cores may be busy with much else.
    testTimeout: 60_000,
    projects: [
        {
            ...lwcJest.jestConfig,
            displayName: 'lwc',
            testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
            moduleNameMapper: {
                ...lwcJest.jestConfig.moduleNameMapper,
                '^lightning/actions$': '<rootDir>/config/jest/lightning-stubs/actions/actions',
                '^lightning/platformUtilityBarApi$':
                    '<rootDir>/config/jest/lightning-stubs/platformUtilityBarApi/platformUtilityBarApi'
            },
            setupFilesAfterEnv: [
                ...(lwcJest.jestConfig.setupFilesAfterEnv ?? []),
                '<rootDir>/config/jest/accessibility.js'
            ],
            modulePathIgnorePatterns: ['<rootDir>/.local', '<rootDir>/dist']
        },
        {
            displayName: 'node',
            testEnvironment: 'node',
            testMatch: ['<rootDir>/scripts/**/*.test.ts'],
            transform: { '^.+\\.[cm]?[jt]s$': '<rootDir>/config/jest/esbuildTransform.cjs' },
            transformIgnorePatterns: [`/node_modules/(?!(${esModulesInNodeModules.join('|')})/)`],
            moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
            modulePathIgnorePatterns: ['<rootDir>/.local', '<rootDir>/dist']
        }
    ]
};
