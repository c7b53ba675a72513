import type { DocumentLink } from '@insyn/api-schema';

/** What a view says of an issued document, by the row's columns; its address is null until the PDF is there. */
export function documentLink(
  document: { readonly id: string; readonly title: string; readonly isRendered: boolean },
  door: 'staff' | 'portal' = 'staff',
): DocumentLink {
  const { id, title, isRendered } = document;
  const folder = door === 'staff' ? '/api/documents/' : '/api/portal/documents/';
  return { id, title, href: isRendered ? folder + id : null };
}
