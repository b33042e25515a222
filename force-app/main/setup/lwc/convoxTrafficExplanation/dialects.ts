import type { Confidence, MessageKind } from './messageKind.ts';
import { valueOf } from './messageKind.ts';
import type { PastedTraffic } from './pastedTraffic.ts';

/** Generations of ConVox's interfaces, as `docs` and gateway name them; scripts3: ConVox 3.0, before the sheet. */
export const generations = ['sheet', 'scripts3', 'webService', 'rest'] as const;
export type Generation = (typeof generations)[number];

export interface Dialect {
    readonly generation: Generation;
    readonly confidence: Confidence;
    /** What shows it, as it stands in the message. */
    readonly evidence: readonly string[];
    /** Other things in it belong to another generation. */
    readonly isMixed: boolean;
}

/** 3: no other generation has it. */
type Strength = 1 | 2 | 3;
type Marker = readonly [Generation, Strength, RegExp];

const paths: readonly Marker[] = [
    ['scripts3', 3, /\/ConVox3\.0\/|\/callcontrol\.php/i],
    ['webService', 3, /\/External\/external_dialer\.php/i],
    ['rest', 3, /\/rest\/(?:api|secureToken)/i],
    ['sheet', 3, /\/ConVoxCCS\/Agent\/(?:callcontrol_api|bridge)\.php/i]
];

/** Keys of commands; what a push carries was agreed with this org. */
const headers: readonly Marker[] = [
    ['webService', 3, /^access_token$/i],
    ['rest', 3, /^Access-Token$/i]
];

/** Names, by the kind of message that they are in. */
const names: Partial<Record<MessageKind, readonly Marker[]>> = {
    screenPop: [
        ['sheet', 3, /^(?:c__)?(?:AgentID|CallerID|ConvoxID|TypeOfCall|Agent_ID|Caller_Id)$/],
        ['sheet', 1, /^(?:c__)?(?:CallReferenceID|DID|Process)$/],
        ['rest', 3, /^(?:call_hit_reference_number|entry_date)$/],
        ['rest', 1, /^(?:agent_id|mobile_number|lead_id|process_name|call_type|station)$/],
        ['scripts3', 3, /^(?:call_hit_referenceno|convoxuid|callProcess|callernumber|CallDate|CallTime)$/],
        ['scripts3', 1, /^(?:agentid|convoxID|call_date|call_time|queue_name)$/]
    ],
    callStatus: [
        ['sheet', 3, /^(?:FOLLOWUP TIME|LEAD ID(?: \(CONVOXID\))?|DIALER_DISPOSITION)$/],
        ['sheet', 1, /^(?:MOBILE_NO|USER_ID|CALL_(?:MODE|STATUS|DATE|HOUR|MINUTE|DURATION|REFERENCE_ID)|LEAD_ID)$/],
        ['rest', 2, /^(?:disposition[23]|remarks)$/],
        ['rest', 1, /^(?:mobile_number|agent_id|call_(?:mode|status|date|hour|duration|reference_id)|lead_id)$/],
        ['webService', 3, /^(?:call_min|con_call_id|file_name)$/]
    ],
    close: [
        ['sheet', 3, /^(?:Convoxid|Disposition|mobile number)$/],
        ['sheet', 1, /^(?:agent_id|convoxid|mobile_number)$/],
        ['webService', 3, /^process_crm_id$/],
        ['rest', 3, /^(?:callreferenceid|process_name)$/],
        ['rest', 1, /^userid$/],
        ['scripts3', 3, /^(?:FEEDBACK_IVR|convox_ivr_ids)$/]
    ],
    gatewayCommand: [
        ['rest', 3, /^userid$/],
        ['webService', 3, /^user_id$/],
        ['webService', 1, /^user$/]
    ],
    dial: [
        ['rest', 3, /^(?:userid|dial_prefix)$/],
        ['sheet', 1, /^user$/]
    ]
};

/** Which generation speaks: the one with the most to show for it. Where all write alike it is taken for the sheet. */
export function dialectOf(traffic: PastedTraffic, kind: MessageKind): Dialect {
    const found = shownIn(traffic, kind);
    const [first, second] = generations
        .map((generation) => {
            const own = found.filter((each) => each.generation === generation);
            return { generation, own, weight: own.reduce((sum, { strength }) => sum + strength, 0) };
        })
        .toSorted((one, other) => other.weight - one.weight);
    const next = second?.weight ?? 0;
    return {
        generation: first?.generation ?? 'sheet',
        confidence: confidenceOf(first?.weight ?? 0, next),
        evidence: [...new Set(first?.own.map(({ text }) => text))].slice(0, 4),
        isMixed: next >= 3
    };
}

function shownIn(traffic: PastedTraffic, kind: MessageKind): Shown[] {
    const inText = [
        ...shown(paths, [traffic.path]),
        ...shown(
            names[kind] ?? [],
            traffic.parameters.map(([name]) => name.trim())
        )
    ];
    if (kind === 'callStatus' || kind === 'screenPop') {
        return inText;
    }
    const headerNames = traffic.headers.map(([name]) => name);
    return [...inText, ...shown(headers, headerNames), ...byAction(traffic)];
}

function confidenceOf(weight: number, next: number): Confidence {
    if (weight === 0 || weight === next) {
        return 'guessed';
    }
    return weight >= 3 && next < 3 ? 'certain' : 'likely';
}

interface Shown {
    readonly generation: Generation;
    readonly strength: Strength;
    readonly text: string;
}

function shown(markers: readonly Marker[], texts: readonly string[]): Shown[] {
    return markers.flatMap(([generation, strength, form]) => {
        // Of an address only what is known is shown: a path may hold a secret.
        const text = texts.map((each) => form.exec(each)?.[0]).find((each) => each !== undefined);
        return text === undefined ? [] : [{ generation, strength, text }];
    });
}

/** What the web service has besides; the names are those of its document's headings. */
const webServiceActions = /^(?:LOGINUSER|DATAUPLOAD)$/;
/** What REST is taken to share. */
const sharedActions = /^(?:LOGOUTUSER|READYAGENT|(?:UN)?HOLD|(?:UN)?MUTE|BREAK)$/;

function byAction({ isJson, parameters }: PastedTraffic): Shown[] {
    const action = valueOf(parameters, 'action').toUpperCase();
    const isNewer = isJson || valueOf(parameters, 'endcalltype') !== '';
    const found: [Generation, Strength, string, boolean][] = [
        ['rest', 3, 'ENDCALL', action === 'ENDCALL'],
        ['webService', 3, 'CLOSE, endcall_type', action === 'CLOSE' && isNewer],
        ['webService', 2, 'JSON', action === 'CALL' && isJson],
        ['webService', 3, action, webServiceActions.test(action)],
        ['webService', 2, action, sharedActions.test(action)],
        ['sheet', 1, 'ACTION=DIAL', action === 'DIAL']
    ];
    return found.flatMap(([generation, strength, text, isShown]) => (isShown ? [{ generation, strength, text }] : []));
}
