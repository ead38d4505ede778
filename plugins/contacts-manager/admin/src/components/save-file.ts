/** Hands a downloaded file to the browser as if a link had been followed. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // Revoked at once, the download would be empty in browsers that read it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
