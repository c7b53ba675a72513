/** "3 dagar kvar", or that the day has passed. Takes whole days; negative when it has. */
export function daysLeftText(days: number): string {
  if (days === 0) return $localize`Sista dagen är i dag`;
  if (days === 1) return $localize`1 dag kvar`;
  if (days > 1) return $localize`${days} dagar kvar`;
  return $localize`Svarsdagen har passerat`;
}
