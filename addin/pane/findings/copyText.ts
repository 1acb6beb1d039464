/**
 * Puts a text on the clipboard. Excel's own browser may refuse the modern way: then the text is selected in `field` and
 * copied as by hand. False where both are refused; it stays selected.
 */
export async function copyText(text: string, field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.value = text;
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  }
}
