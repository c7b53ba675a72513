/** `contractEnd` of the domain for the row `c` of contract; `today` is a parameter: '$7'. */
export const contractEndOn = (today: string): string =>
  `case when c.ends_on < ${today}::date and c.latest_end >= ${today}::date then c.latest_end else c.ends_on end`;
