import { RequestError } from './engine/errors';
import type { ExcelHost } from './host';

/** What the client's HostBridge expects under `_richApiNativeBridge`: messages as JSON text both ways. */
export interface NativeBridge {
  onMessageFromHost: (text: string) => void;
  sendMessageToHost(text: string): void;
}

/** Transport B: needs the proxies alone, no office.js and no DOM. */
export function createBridge(host: ExcelHost): NativeBridge {
  const bridge: NativeBridge = {
    onMessageFromHost: () => undefined,
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text) as { id: number; message: { body: unknown } };
      const reply = (statusCode: number, body: string): void =>
        bridge.onMessageFromHost(JSON.stringify({ id, type: 2, message: { statusCode, headers: {}, body } }));
      const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
      host.process(body).then(
        (answer) => reply(200, answer),
        (error: unknown) => {
          const code = error instanceof RequestError ? error.richApiCode : 'GeneralException';
          const told = error instanceof Error ? error.message : String(error);
          reply(500, JSON.stringify({ error: { code, message: told } }));
        },
      );
    },
  };
  host.deliver = (events) => bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries: events } }));
  return bridge;
}
