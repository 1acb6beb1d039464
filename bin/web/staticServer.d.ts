/** Serves the files below one folder on this machine alone; port 0 takes a free one, `tls` makes it HTTPS. */
export function serveFolder(
  folder: string,
  options?: { readonly port?: number; readonly tls?: object },
): Promise<{ readonly origin: string; close(): Promise<void> }>;
