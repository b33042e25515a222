import type { Command } from './cli/command.ts';
import { backfillPhoneKeysCommand } from './backfillPhoneKeys/command.ts';
import { configureCommand } from './configure/command.ts';
import { loadCallsCommand } from './loadCalls/command.ts';

/** In the order in which an installation needs them. */
export const commands: readonly Command[] = [configureCommand, backfillPhoneKeysCommand, loadCallsCommand];
