/** Where a figure comes from (R4): counted with n and N, or reported in the provider's words. */
export const FIGURE_SOURCES = ['counted', 'reported'] as const;
export type FigureSource = (typeof FIGURE_SOURCES)[number];

/** What a figure is measured in. */
export const FIGURE_UNITS = ['persons', 'share', 'days', 'number', 'percent'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];
