import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';

const node = {
    testEnvironment: '<rootDir>/config/jest/sharedEnvironment.cjs',
    runtime: '<rootDir>/config/jest/nodeRuntime.cjs',
    transform: {},
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
