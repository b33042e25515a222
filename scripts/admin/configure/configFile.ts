import { existsSync, readFileSync } from 'node:fs';
import { readYaml } from '../../node/checkedYaml.ts';
import type { Problem } from '../../node/checkedYaml.ts';
import { AdminError } from '../cli/command.ts';
import type { Config } from './configSchema.ts';
import { configSchema } from './configSchema.ts';

export interface ConfigFile {
    readonly config: Config;
    /** Throws AdminError that names line and path of every problem; nothing when there is none. */
    refuse(problems: readonly Problem[]): void;
}

/** Reads the YAML file. Throws AdminError with every mistake, its line and its path. */
export function readConfigFile(file: string): ConfigFile {
    if (!existsSync(file)) {
        throw new AdminError(`There is no file ${file}.`, ['config/convox.sample.yaml is a sample to start from.']);
    }
    return parseConfig(readFileSync(file, 'utf8'), file);
}

export function parseConfig(text: string, file: string): ConfigFile {
    const read = readYaml(text, configSchema);
    if (!read.ok) {
        throw read.isYaml
            ? mistaken(file, read.mistakes)
            : new AdminError(`${file} is no YAML that can be read:`, [...read.mistakes]);
    }
    return {
        config: read.value,
        refuse(problems) {
            if (problems.length > 0) {
                throw mistaken(file, problems.map(read.describe));
            }
        }
    };
}

function mistaken(file: string, mistakes: readonly string[]): AdminError {
    const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
    return new AdminError(`${file} has ${count}. Nothing was changed.`, [...mistakes]);
}
