/** Parts of a drawn chart, in pixels from its upper left corner. */

export interface ChartBar {
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly color: string;
    /** What a pointer over it reads. */
    readonly title: string;
}

export interface ChartText {
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly anchor: 'start' | 'middle' | 'end';
    /** The whole text, where `text` is cut. */
    readonly title: string;
}

export interface ChartLine {
    readonly key: string;
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
}

export interface ChartPath {
    readonly key: string;
    readonly path: string;
    readonly color: string;
    readonly title: string;
}

/** A chart ready to be drawn; texts stand on their base line. */
export interface Drawing {
    readonly width: number;
    readonly height: number;
    readonly grid: readonly ChartLine[];
    readonly bars: readonly ChartBar[];
    /** Slices and funnel steps. */
    readonly areas: readonly ChartPath[];
    readonly strokes: readonly ChartPath[];
    readonly dots: readonly {
        readonly key: string;
        readonly x: number;
        readonly y: number;
        readonly color: string;
        readonly title: string;
    }[];
    readonly texts: readonly ChartText[];
}

export interface ChartSize {
    /** Pixels. */
    readonly width: number;
    /** Pixels that are wished for; a chart with many bars is higher. */
    readonly height: number;
    /** BCP 47 tag that numbers are written in. */
    readonly language: string;
}

export const emptyDrawing: Drawing = {
    width: 0,
    height: 0,
    grid: [],
    bars: [],
    areas: [],
    strokes: [],
    dots: [],
    texts: []
};
