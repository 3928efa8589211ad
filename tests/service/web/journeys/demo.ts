import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'

// The program itself with the built pages, everybody outside played beside it, and nothing in it yet.

export const kPassword = 'zhusha-demo-2026'
const kRoot = join(__WEB__, '../..')
const kStarts_ms = 300_000

export interface Demo {
  site: string
  outside: string // where everybody outside is played, and the desks of invented applicants
  keys: string // the program for keys on an applicant's computer
}

// The one named, or the newest that was built.
function program(): string | undefined {
  const built = [process.env.VERMILION_PROGRAM, ...['release', 'dev'].map((preset) => `build/${preset}/vermilion`)]
    .map((path) => path && join(path.startsWith('/') ? '' : kRoot, path))
    .filter((path): path is string => !!path && existsSync(path))
  if (process.env.VERMILION_PROGRAM) return built[0]
  return built.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0]
}

export const withoutProgram = program() ? undefined : 'the program is not built; script/run builds it'

async function freePorts(count: number): Promise<number[]> {
  const held = Array.from({ length: count }, () => createServer())
  await Promise.all(held.map((one) => new Promise<void>((ready) => one.listen(0, '127.0.0.1', ready))))
  const ports = held.map((one) => (one.address() as AddressInfo).port)
  await Promise.all(held.map((one) => new Promise((closed) => one.close(closed))))
  return ports
}

async function saysItsAddresses(child: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((ready, broken) => {
    const late = setTimeout(() => broken(new Error(`no demonstration in time: ${said}`)), kStarts_ms)
    child.once('exit', () => broken(new Error(`the demonstration ended: ${said}`)))
    child.stderr!.on('data', (bytes) => {
      said = (said + bytes).slice(-4000)
      if (!said.includes('Ctrl-C ends it')) return
      clearTimeout(late)
      ready()
    })
  })
}

async function start(): Promise<Demo & { end: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'vermilion-journeys-'))
  const [site, outside, keys] = await freePorts(3)
  const ports = ['--port', `${site}`, '--partners-port', `${outside}`, '--keys-port', `${keys}`]
  const child = spawn(program()!, ['demo', '--empty', '--folder', join(folder, 'demo'), '--site', __SITE__, ...ports], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((gone) => child.once('exit', gone))
  await saysItsAddresses(child)
  const at = (port?: number) => `http://127.0.0.1:${port}`
  return {
    site: at(site),
    outside: at(outside),
    keys: at(keys),
    end: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let running: ReturnType<typeof start> | undefined

// One for all tests of a file, started for the first that needs it.
export const demo = (): Promise<Demo> => (running ??= start())

after(async () => (await running)?.end())
