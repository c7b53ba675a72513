import type { VerdictSign } from '../document-model.js';
import { type Node } from './pdf-tables.js';

/** A sign as pdfmake's vectors in a square of `size` points: the same shapes as on the page, much cheaper than SVG. */
export function signVectors(sign: VerdictSign, ink: string, size: number): Node[] {
  const unit = size / 12;
  const centre = { x: 6 * unit, y: 6 * unit };
  const ring = (radius: number, lineWidth: number): Node => ({
    type: 'ellipse',
    ...centre,
    r1: radius * unit,
    r2: radius * unit,
    lineWidth: lineWidth * unit,
    lineColor: ink,
  });
  switch (sign) {
    case 'met':
      return [{ type: 'ellipse', ...centre, r1: 5.2 * unit, r2: 5.2 * unit, color: ink, lineWidth: 0 }];
    case 'partly':
      return [
        { type: 'polyline', points: leftHalf(5.2, unit), closePath: true, color: ink, lineWidth: 0 },
        ring(4.7, 1.1),
      ];
    case 'not-met':
      return [
        { type: 'rect', x: 1.2 * unit, y: 1.2 * unit, w: 9.6 * unit, h: 9.6 * unit, r: unit, color: ink, lineWidth: 0 },
      ];
    case 'not-judged':
      return [ring(4.5, 1.6)];
    case 'not-applicable':
      return [{ type: 'rect', x: unit, y: 5 * unit, w: 10 * unit, h: 2 * unit, r: unit, color: ink, lineWidth: 0 }];
  }
}

function leftHalf(radius: number, unit: number): { x: number; y: number }[] {
  const steps = 24;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = Math.PI / 2 + (Math.PI * step) / steps;
    return { x: (6 + radius * Math.cos(angle)) * unit, y: (6 - radius * Math.sin(angle)) * unit };
  });
}
