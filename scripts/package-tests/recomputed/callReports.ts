import { qualityWords } from '../../admin/loadCalls/qualityWords.ts';
import {
    process,
    agent,
    list,
    hour,
    halfHour,
    day,
    week,
    status,
    outcome,
    of,
    one,
    offered,
    answered,
    inTime,
    missed,
    connected,
    outcomes,
    serviceLevel,
    abandoned,
    connectRate,
    conversion,
    minutes,
    averageTalk,
    wait,
    ring,
    queue,
    latency,
    averageRing,
    inWords
} from './callFigures.ts';
import { dayIn, daysBetween, weekdayOf } from './clock.ts';
import {
    handleOf,
    isAnswered,
    isConnected,
    isDisposed,
    isMatched,
    isMissed,
    isOffered,
    isTransferred,
    talkOf,
    waitOf,
    wrapUpOf
} from './definitions.ts';
import { average, largest, share, sum } from './recomputation.ts';
import type { Recompute } from './recompute.ts';
import { calls } from './recompute.ts';
import { textOf } from './rows.ts';

/** Every report of calls, which go by their server's day. Names are those of the reports' files. */
export const callReports: Readonly<Record<string, Recompute>> = {
    Abandonment: calls({
        days: 7,
        where: isOffered,
        down: [process, day],
        figures: {
            ...abandoned,
            'Average Wait of All Offered (Seconds)': average(waitOf),
            'Longest Wait of All Offered (Seconds)': largest(waitOf),
            ...offered,
            ...missed
        }
    }),
    Agent_Day: calls({
        days: 0,
        down: [agent],
        figures: {
            ...minutes,
            Disposed: share((call) => isConnected(call) && isDisposed(call), isConnected),
            ...averageTalk,
            ...averageRing,
            ...connected
        }
    }),
    Calls_Today_by_Half_Hour: calls({
        days: 0,
        where: isOffered,
        down: [halfHour],
        across: [status],
        figures: { ...serviceLevel, ...offered, ...inTime }
    }),
    Calls_Without_Disposition: calls({
        days: 7,
        where: (call) => isConnected(call) && call.status !== 'In Progress' && !isDisposed(call),
        figures: { 'Sum Talk_Seconds__c': sum(talkOf) }
    }),
    Calls_by_Agent: calls({
        days: 7,
        down: [agent, of('Direction__c')],
        figures: { ...connectRate, ...averageTalk, ...connected, ...missed }
    }),
    Calls_by_Day: calls({
        days: 30,
        down: [day],
        across: [status],
        figures: { 'Sum Talk_Seconds__c': sum(talkOf), ...connected }
    }),
    Calls_by_Hour: calls({
        days: 30,
        down: [hour],
        across: [of('Direction__c')],
        figures: missed
    }),
    Calls_by_Weekday_and_Hour: calls({
        days: 30,
        where: isOffered,
        down: [hour],
        across: [(call) => weekdayOf(call.day)],
        figures: { ...serviceLevel, ...offered, ...inTime }
    }),
    Connect_Rate_by_Process: calls({
        days: 30,
        down: [process, of('Direction__c')],
        figures: { ...connectRate, ...connected }
    }),
    Conversion_by_Attempt: calls(({ attempt }) => ({
        days: 30,
        where: (call) => attempt(call) !== undefined,
        down: [(call) => String(attempt(call)), list],
        figures: { ...conversion, ...outcomes }
    })),
    Conversion_by_List: calls({
        days: 30,
        where: (call) => textOf(call.row, 'List_ID__c') !== '',
        down: [list, process],
        figures: { ...conversion, ...outcomes }
    }),
    Disposition_Mix: calls({
        days: 30,
        where: isDisposed,
        down: [outcome, process],
        figures: averageTalk
    }),
    Disposition_Trend: calls({ days: 60, where: isDisposed, down: [week], across: [outcome] }),
    First_Call_Resolution: calls(({ isResolved }, { now, timeZone }) => ({
        days: 60,
        where: (call) => isAnswered(call) && daysBetween(call.day, dayIn(timeZone, now)) > 7,
        down: [process, week],
        figures: { Resolved: share(isResolved), ...answered, 'Sum Resolved_Calls__c': sum(one(isResolved)) }
    })),
    Handle_Time: calls({
        days: 7,
        where: (call) => handleOf(call) !== undefined,
        down: [process, agent],
        figures: {
            ...averageTalk,
            'Average Wrap_Up_Seconds__c': average(wrapUpOf),
            'Largest Wrap_Up_Seconds__c': largest(wrapUpOf),
            'Average Handle_Seconds__c': average(handleOf),
            'Largest Handle_Seconds__c': largest(handleOf)
        }
    }),
    Incomplete_Call_Data: calls({
        days: 7,
        where: ({ row }) => textOf(row, 'Data_Quality__c') !== '',
        down: [inWords('Data_Quality__c', qualityWords)]
    }),
    Missed_Calls_Not_Returned: calls(({ isReturned }) => ({
        days: 30,
        where: (call) => isMissed(call) && !isReturned(call),
        down: [process],
        figures: { 'Average Queue_Seconds__c': average(queue) }
    })),
    Missed_Calls_Returned: calls(({ isReturned }) => ({
        days: 30,
        where: isMissed,
        down: [process, week],
        figures: { 'Return Rate': share(isReturned), ...missed, 'Sum Returned_Calls__c': sum(one(isReturned)) }
    })),
    Missed_Calls_by_Agent: calls({
        days: 30,
        where: (call) => isMissed(call) && call.agent !== '',
        down: [agent],
        figures: averageRing
    }),
    Pop_Latency: calls({
        days: 30,
        where: (call) => latency(call) !== undefined,
        down: [day],
        figures: { 'Average Pop_Latency_Ms__c': average(latency), 'Largest Pop_Latency_Ms__c': largest(latency) }
    }),
    Queue_Time: calls({
        days: 7,
        where: (call) => call.isInbound && queue(call) !== undefined,
        down: [of('Queue__c'), day],
        figures: { 'Average Queue_Seconds__c': average(queue), 'Largest Queue_Seconds__c': largest(queue), ...missed }
    }),
    Repeat_Call_Rate: calls(({ isRepeat }) => ({
        days: 30,
        where: (call) => call.isInbound,
        down: [process, of('Queue__c')],
        figures: { 'Repeat Rate': share(isRepeat), 'Sum Repeat_Calls__c': sum(one(isRepeat)) }
    })),
    Repeat_Callers: calls(({ isRepeat }) => ({ days: 30, where: isRepeat, down: [of('Customer_Number__c')] })),
    Ring_Time: calls({
        days: 7,
        where: (call) => call.isInbound && ring(call) !== undefined,
        down: [agent],
        figures: { ...averageRing, 'Largest Ring_Seconds__c': largest(ring) }
    }),
    Service_Level: calls({
        days: 7,
        where: isOffered,
        down: [process, hour],
        figures: { ...serviceLevel, ...offered, ...answered, ...inTime }
    }),
    Service_Level_Today: calls({
        days: 0,
        where: isOffered,
        down: [process],
        figures: { ...serviceLevel, ...abandoned, ...offered, ...answered, ...inTime, ...missed }
    }),
    Service_Level_by_Half_Hour: calls({
        days: 7,
        where: isOffered,
        down: [halfHour],
        figures: { ...serviceLevel, ...abandoned, ...offered, ...inTime, ...missed }
    }),
    Speed_of_Answer: calls({
        days: 7,
        where: isAnswered,
        down: [process, day],
        figures: { ...wait, ...answered }
    }),
    Speed_of_Answer_Today: calls({
        days: 0,
        where: isAnswered,
        down: [process, hour],
        figures: { ...wait, ...answered }
    }),
    Talk_Time: calls({
        days: 7,
        where: isConnected,
        down: [agent, of('Direction__c')],
        figures: {
            ...minutes,
            'Sum Talk_Seconds__c': sum(talkOf),
            ...averageTalk,
            'Largest Talk_Seconds__c': largest(talkOf)
        }
    }),
    Transfers: calls({ days: 30, where: isTransferred, down: [process], figures: averageTalk }),
    Unmatched_Callers: calls({
        days: 30,
        where: (call) => !isMatched(call) && textOf(call.row, 'Customer_Number__c') !== '',
        down: [of('Customer_Number__c')]
    })
};
