/** What a PDF is made with beside the document itself. */
export interface PdfOptions {
  /** The instant the file says it was made. Always the approval's, never the clock's, so that bytes can be compared. */
  fixedDate: Date;
  /** The file identifier, 32 hexadecimal digits; without it, one derived from the document itself. */
  fileId?: string;
}
