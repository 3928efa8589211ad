import appointment from '../../../samples/shipped/appointment_letter/accepted.jpg?url'
import application from '../../../samples/shipped/application_form/accepted.jpg?url'
import authorisation from '../../../samples/shipped/authorisation_letter/accepted.jpg?url'
import card from '../../../samples/shipped/id_card/accepted.jpg?url'
import electronic from '../../../samples/shipped/electronic_licence/accepted.jpg?url'
import licence from '../../../samples/shipped/business_licence/accepted_bw_copy.jpg?url'
import sheet from '../../../samples/shipped/seal_sheet/accepted.jpg?url'

// How a good scan looks, of an organisation that was made up: by slot, or by what may lie in it.
const kExamples: Record<string, string> = {
  application_form: application,
  appointment_letter: appointment,
  authorisation_letter: authorisation,
  electronic_licence: electronic,
  id_card: card,
  licence,
  licence_copy: licence,
  seal_sheet: sheet,
}

export const exampleOf = (kind: string): string | undefined => kExamples[kind]
