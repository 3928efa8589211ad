import { computed, ref } from 'vue'
import { sending } from '@/api/sending'
import { complaintsOf, creditCode, mobile, required } from '../checking'

// A form whose sender proves by a code sent to a telephone that the telephone is at hand: registration, a new password, a
// new telephone. `more` says what is wrong with the form's own fields.
export function proving(
  given: { credit_code: string; mobile: string },
  more: () => Record<string, string> = () => ({}),
) {
  const code = ref('')
  const pressed = ref(false)
  const { busy, problem, wrong, send } = sending()

  const missing = computed<Record<string, string>>(() =>
    pressed.value
      ? complaintsOf({
          credit_code: creditCode(given.credit_code),
          mobile: mobile(given.mobile),
          // Until both are right there is no field for it.
          code: creditCode(given.credit_code) || mobile(given.mobile) ? '' : required(code.value),
          ...more(),
        })
      : {},
  )
  const complaints = computed(() => ({ ...wrong.value, ...missing.value }))

  // Pressed; from now on it is told what is missing.
  function isComplete(): boolean {
    pressed.value = true
    return Object.keys(missing.value).length === 0
  }
  return { code, pressed, complaints, isComplete, busy, problem, send }
}
