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

const node = {
    testEnvironment: 'node',
    transform: { '^.+\\.[cm]?[jt]s$': '<rootDir>/config/jest/esbuildTransform.cjs' },
    transformIgnorePatterns: [`/node_modules/(?!(${esModulesInNodeModules.join('|')})/)`],
    moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
    modulePathIgnorePatterns: ['<rootDir>/.local', '<rootDir>/dist']
};

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
        { ...node, displayName: 'node', testMatch: ['<rootDir>/scripts/**/*.test.ts'] },
        {
            // What the package does before a save, once more in an org where a null leaves a field as it is.
            ...node,
            displayName: 'null leaves',
            globals: { nullAssignment: 'leaves' },
            testMatch: ['<rootDir>/scripts/package-tests/flows/*.test.ts', '<rootDir>/scripts/gateway/oneCall.test.ts'],
            testPathIgnorePatterns: ['/sendCommand.test.ts$', '/validationRules.test.ts$']
        }
    ]
};
