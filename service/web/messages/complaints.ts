// Of a single field, by its name: "/recipient/person/mobile" is told as "mobile" is.
const kByField: Record<string, string> = {
  answer: 'The answer is not right. Try the new question.',
  captcha: 'The answer is not right. Try the new question.',
  address: 'Enter the whole address, at most 200 characters.',
  code: 'Enter the six digits of the last message.',
  credit_code: 'This is no unified social credit code. Compare it with the certificate digit by digit.',
  email: 'Enter an e-mail address.',
  evidence: 'Upload the evidence first.',
  material: 'Upload the stamped application as a jpg, png or bmp picture of at most 1 MB.',
  mobile: 'Enter a mobile number of 11 digits that nobody else of your organisation uses.',
  name: 'Enter the name as the certificate has it.',
  number: 'Enter the number as it is printed: digits and letters.',
  old: 'The old password is not right.',
  password: 'Choose a longer password that is not widely known.',
  new: 'Choose a longer password that is not widely known.',
  person: 'Enter the name of the person.',
  reason: 'Say why, in at most 500 characters.',
  replaces: 'This cannot be replaced from here: it was registered with another telephone, or is not yours.',
  tax_id: 'Enter a valid tax identification number.',
  title: 'Enter who the invoice is for.',
  years: 'Choose one of the periods offered.',
}

export const complaintInEnglish = (pointer: string): string =>
  kByField[pointer.split('/').at(-1) ?? ''] ?? 'This is not accepted. Compare it with the hint beside the field.'
