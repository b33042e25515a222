import type { CommandResult, CommandState } from 'c/convoxCommand';
import { dialAdvice } from 'c/convoxDialAdvice';
import { wordsOf } from 'c/convoxReplyAdvice';
import type { ToastAttributes } from 'lightning/platformShowToastEvent';

const VARIANTS: Readonly<Record<CommandState, ToastAttributes['variant']>> = {
    sending: 'info',
    accepted: 'success',
    refused: 'error',
    unknown: 'warning'
};

/** How a command ended, as a toast. What the agent has to act on stays until it is closed. */
export function outcomeToast(result: CommandResult): ToastAttributes {
    const { title, reason, advice, said } = wordsOf(result, dialAdvice);
    return {
        title,
        message: [reason, advice, ...said].filter(Boolean).join(' '),
        variant: VARIANTS[result.state],
        mode: result.state === 'accepted' ? 'dismissible' : 'sticky'
    };
}
