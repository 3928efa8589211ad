// One tone when something was read, another when it is to be looked at: hands and eyes stay on the paper.

let context: AudioContext | undefined

const TONE_HZ = { good: 1046, look: 330 } as const
const LENGTH_S = { good: 0.09, look: 0.35 } as const

export type Tone = keyof typeof TONE_HZ

export function beep(tone: Tone): void {
  try {
    context ??= new AudioContext()
    const [source, volume] = [context.createOscillator(), context.createGain()]
    source.frequency.value = TONE_HZ[tone]
    volume.gain.value = 0.15
    source.connect(volume).connect(context.destination)
    source.start()
    source.stop(context.currentTime + LENGTH_S[tone])
  } catch {
    // A machine without sound: the words on the screen say the same.
  }
  document.dispatchEvent(new CustomEvent('desk-beep', { detail: tone }))
}
