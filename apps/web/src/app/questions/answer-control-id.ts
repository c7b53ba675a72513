/** The id of the control that answers a question, for the links of what is missing. */
export function answerControlId(questionId: string): string {
  return `svar-${questionId}`;
}

/** The id of the control that takes a wanted document. */
export function documentControlId(wantedDocumentId: string): string {
  return `handling-${wantedDocumentId}`;
}
