/** A font file of the public site: its name under `fonts/` beside the style sheet, and the module that holds it. */
export interface PublicFont {
  name: string;
  module: string;
}

/** The font files that the style sheet asks for; whoever serves the style sheet serves these beside it. */
export const PUBLIC_FONTS: readonly PublicFont[] = (['source-sans-3', 'source-serif-4'] as const).flatMap((family) =>
  (['latin', 'latin-ext'] as const).map((subset) => ({
    name: `${family}-${subset}.woff2`,
    module: `@fontsource-variable/${family}/files/${family}-${subset}-wght-normal.woff2`,
  })),
);

const LATIN_EXT = 'U+100-2FF,U+1E00-1EFF,U+2020,U+20A0-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

const FONT_FACES = [
  ['Source Sans 3', 'source-sans-3'],
  ['Source Serif 4', 'source-serif-4'],
]
  .map(
    ([name, file]) =>
      `@font-face{font-family:"${name}";src:url("fonts/${file}-latin.woff2") format("woff2");font-weight:200 900;font-display:swap}\n` +
      `@font-face{font-family:"${name}";src:url("fonts/${file}-latin-ext.woff2") format("woff2");font-weight:200 900;` +
      `font-display:swap;unicode-range:${LATIN_EXT}}\n`,
  )
  .join('');

const RULES = `
:root{
  --paper:#f6f5f1;--surface:#fff;--line:#d9d6cd;--line-strong:#857f72;--rail:#0b3f43;
  --ink:#1c2326;--ink-2:#4a5459;--pine:#0f5257;--pine-tint:#e2eeee;
  --met:#2c6e49;--met-tint:#e3f0e8;--partly:#8a5a00;--partly-tint:#fbf0d9;
  --not-met:#a12d1f;--not-met-tint:#f9e5e1;--none:#5b6166;--none-tint:#eaebec;--focus:#1d5c8f;
  --sans:"Source Sans 3",system-ui,sans-serif;--serif:"Source Serif 4",Georgia,serif;
}
@media (prefers-color-scheme:dark){:root{
  --paper:#14191b;--surface:#1c2326;--line:#333c40;--line-strong:#7d8a90;
  --ink:#eceff0;--ink-2:#b9c2c6;--pine:#7cc5c2;--pine-tint:#1d3436;
  --met:#86cfa3;--met-tint:#1b3226;--partly:#e5bd6c;--partly-tint:#38301b;
  --not-met:#f0a092;--not-met-tint:#402420;--none:#aab2b7;--none-tint:#2a3135;--focus:#90c2ec;
}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 18px/1.6 var(--sans);overflow-wrap:break-word}
a{color:var(--pine);text-underline-offset:3px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;left:-9999px;top:0;padding:12px 16px;background:var(--surface);color:var(--ink);z-index:1}
.skip:focus{left:0}
.band{background:var(--rail);padding:0 24px}
.band a{display:inline-flex;align-items:center;min-height:56px;color:#fff;font-weight:600;text-decoration:none}
.band a:hover{text-decoration:underline}
.band :focus-visible{outline-color:#fff}
main,.crumbs,.foot{max-width:808px;margin:0 auto;padding:0 24px}
main{padding-top:20px;padding-bottom:56px}
.crumbs{padding-top:20px;font-size:15px}
.crumbs ol,.foot ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 8px;margin:0;padding:0}
.crumbs li,.foot li{margin:0}
.crumbs li+li::before{content:"›";color:var(--ink-2);margin-right:8px}
.foot{padding-top:20px;padding-bottom:40px;font-size:15px}
.foot ul{gap:8px 24px;border-top:1px solid var(--line);padding-top:20px}
h1,h2,h3,h4{margin:0;text-wrap:balance}
h1{font:600 34px/1.15 var(--serif);margin:8px 0 10px}
h2{font:600 24px/1.25 var(--serif);margin:44px 0 10px}
h3{font:650 20px/1.3 var(--sans);margin:32px 0 8px}
h4{font:650 18px/1.35 var(--sans)}
p{margin:0 0 14px}
ul,ol{margin:0 0 16px;padding-left:24px}
li{margin-bottom:8px}
.lead{color:var(--ink-2);font-size:19px}
.muted,.small{font-size:16px;color:var(--ink-2)}
time{white-space:nowrap}
.num{font-variant-numeric:tabular-nums}
blockquote{margin:8px 0 14px;padding:2px 0 2px 16px;border-left:3px solid var(--line-strong);font-family:var(--serif);color:var(--ink-2)}
blockquote p{margin:0}
.mark{display:inline-flex;align-items:center;gap:7px;font:600 15px/1.2 var(--sans);padding:5px 11px;border-radius:999px;white-space:nowrap;color:var(--none);background:var(--none-tint)}
.mark svg{flex:none}
.mark-met{color:var(--met);background:var(--met-tint)}
.mark-partly{color:var(--partly);background:var(--partly-tint)}
.mark-not-met{color:var(--not-met);background:var(--not-met-tint)}
.judged{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:6px 16px;margin:0 0 6px}
.judged-2{margin-top:44px}.judged-2 h2{margin:0}
.judged-3,.judged-4{margin-top:20px;padding-top:16px;border-top:1px solid var(--line)}.judged-3 h3{margin:0}
h3+.judged-4{border-top:0;padding-top:0;margin-top:8px}
.outcome{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;background:var(--surface);border:1px solid var(--line);border-left:6px solid var(--none);border-radius:8px;padding:16px 20px;margin:22px 0}
.outcome .mark{font-size:17px;padding:8px 15px}
.outcome p{margin:0;font-size:17px}
.outcome-met{border-left-color:var(--met)}.outcome-partly{border-left-color:var(--partly)}.outcome-not-met{border-left-color:var(--not-met)}
.definitions{margin:0 0 24px;font-size:16px}
.definitions dt{color:var(--ink-2)}
.definitions dd{margin:0}
.definitions.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px 20px;border-top:1px solid var(--line-strong);border-bottom:1px solid var(--line-strong);padding:10px 0;font-size:15px}
.definitions.rows div{display:grid;grid-template-columns:140px 1fr;gap:16px;padding:8px 0;border-bottom:1px solid var(--line)}
.facts{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:0 20px;border-top:1px solid var(--line-strong);border-bottom:1px solid var(--line-strong);margin:24px 0;padding:12px 0}
.facts li{margin:0;padding:4px 0;font-size:16px;line-height:1.4;color:var(--ink-2)}
.facts strong{display:block;font:600 25px/1.25 var(--sans);color:var(--ink);font-variant-numeric:tabular-nums}
.figure{margin:16px 0}
.figure svg{display:block;width:100%;height:30px}
.figure svg>g>rect:first-child{fill:var(--none-tint)}.figure svg>g>rect+rect{fill:var(--none)}
.figure .sign-met>rect:first-child{fill:var(--met-tint)}.figure .sign-met>rect+rect{fill:var(--met)}
.figure .sign-partly>rect:first-child{fill:var(--partly-tint)}.figure .sign-partly>rect+rect{fill:var(--partly)}
.figure .sign-not-met>rect:first-child{fill:var(--not-met-tint)}.figure .sign-not-met>rect+rect{fill:var(--not-met)}
.figure svg g g{display:none}
.table{overflow-x:auto;margin:12px 0 20px}
table{border-collapse:collapse;width:100%;font-size:16px;line-height:1.45}
caption{text-align:left;font-weight:650;padding:8px 0}
th,td{text-align:left;vertical-align:top;padding:10px 16px 10px 0;border-bottom:1px solid var(--line)}
thead th{font-weight:600;font-size:15px;color:var(--ink-2);border-bottom-color:var(--line-strong)}
tbody th{font-weight:600}
td p,th p{margin:0 0 4px}
.n{text-align:right;padding-right:0;font-variant-numeric:tabular-nums;white-space:nowrap}
.n+.n{padding-left:16px}
.page-break{border:0;height:0;margin:0}
.report>.definitions.columns:first-child{margin-top:0}
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:16px;align-items:end;margin:20px 0 28px}
.filters label{display:block;font-weight:600;font-size:16px;margin-bottom:4px}
.filters input,.filters select{width:100%;min-height:46px;padding:9px 12px;font:inherit;font-size:16px;color:var(--ink);background:var(--surface);border:1px solid var(--line-strong);border-radius:6px}
button,.btn{display:inline-flex;align-items:center;justify-content:center;min-height:46px;padding:10px 18px;font:600 16px/1.2 var(--sans);color:var(--surface);background:var(--pine);border:1px solid var(--pine);border-radius:6px;text-decoration:none;cursor:pointer}
.reports{list-style:none;margin:0;padding:0;border-top:1px solid var(--line-strong)}
.reports li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:6px 16px;align-items:baseline;margin:0;padding:16px 0;border-bottom:1px solid var(--line)}
.reports li>div{flex:1 1 0;min-width:min(100%,300px)}
.reports h2,.reports h3{font:650 19px/1.3 var(--sans);margin:0}
.reports p{margin:2px 0 0;font-size:16px;color:var(--ink-2)}
.downloads{list-style:none;display:flex;flex-wrap:wrap;gap:8px 24px;padding:0}
.notice{border-left:4px solid var(--pine);background:var(--pine-tint);padding:12px 16px;border-radius:0 6px 6px 0;margin:16px 0}
.hash{font-size:15px;color:var(--ink-2);overflow-wrap:anywhere}
.empty{padding:32px 0;color:var(--ink-2)}
@media (max-width:520px){
  body{font-size:17px}main,.crumbs,.foot,.band{padding-left:16px;padding-right:16px}
  h1{font-size:28px}h2{font-size:22px;margin-top:36px}
  .definitions.rows div{grid-template-columns:1fr;gap:0}
  .outcome{align-items:flex-start;flex-direction:column}
}
@media print{
  :root{--paper:#fff;--surface:#fff}
  body{font-size:11pt}.band{background:none;padding:0}.band a{color:#000}
  .skip,.crumbs,.foot,.downloads,.filters{display:none}
  main{max-width:none;padding:0}
  h1,h2,h3,h4,.judged{break-after:avoid}tr,blockquote,li,.outcome{break-inside:avoid}
  thead{display:table-header-group}.table{overflow:visible}.page-break{break-before:page}
  *{print-color-adjust:exact}
}
`.trimStart();

/** The style of the public site: light and dark, 320 px to wide, and print. `PUBLIC_FONTS` belong under `fonts/` beside it. */
export const publicStylesheet = `${FONT_FACES}${RULES}`;

/** The same style for a file that stands by itself: it asks for nothing beside it, and uses the reader's own fonts. */
export const standaloneStylesheet = RULES;
