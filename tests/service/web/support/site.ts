import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

export type Answering = (request: IncomingMessage, response: ServerResponse) => void

const kTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
}

function file(path: string, response: ServerResponse): void {
  const name = path.endsWith('/') ? `${path}index.html` : extname(path) ? path : `${path}/index.html`
  try {
    const bytes = readFileSync(join(__SITE__, normalize(name)))
    response
      .writeHead(200, {
        'Content-Type': kTypes[extname(name)] ?? 'application/octet-stream',
      })
      .end(bytes)
  } catch {
    response.writeHead(404).end()
  }
}

// The built pages, with an interface played by the test.
export async function serve(api: Answering): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://x').pathname
    return path.startsWith('/api/') ? api(request, response) : file(path, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
