import type { Command } from './cli/command.ts';
import { backfillPhoneKeysCommand } from './backfillPhoneKeys/command.ts';
import { configureCommand } from './configure/command.ts';
import { deployCommand } from './deploy/command.ts';
import { loadCallsCommand } from './loadCalls/command.ts';
import { packageVersionCreateCommand, packageVersionPromoteCommand } from './package/commands.ts';
import { removeCommand } from './remove/command.ts';
import { verifyCommand } from './verify/command.ts';
import { scratchCommand } from './scratch/command.ts';

/** In the order in which an installation needs them. */
export const commands: readonly Command[] = [
    deployCommand,
    configureCommand,
    backfillPhoneKeysCommand,
    loadCallsCommand,
    verifyCommand,
    removeCommand,
    scratchCommand,
    packageVersionCreateCommand,
    packageVersionPromoteCommand
];
