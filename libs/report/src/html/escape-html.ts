const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** An address as it may stand in `href`: a web address, a mail address, a path of this site or a part of the page; else "#". */
export function safeHref(href: string): string {
  const isSafe = /^(https?:\/\/|mailto:|#|\/(?!\/))/i.test(href) && !/[\p{Cc}\s\\]/u.test(href);
  return isSafe ? escapeHtml(href) : '#';
}
