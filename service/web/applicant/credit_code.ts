const kFullWidth = /[\uff01-\uff5e]/g

// As the standard writes it: no spaces, half width, upper case. Nothing else is touched here: which look-alike was meant
// is decided by the check digits.
export const typed = (text: string): string =>
  text
    .replace(kFullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, '')
    .toUpperCase()
    .slice(0, 18)

// Names of organisations carry full-width brackets, as the licence prints them.
export function namedAsPrinted(name: string): { name: string; changed: boolean } {
  const printed = name.replace(/\(/g, '（').replace(/\)/g, '）')
  return { name: printed, changed: printed !== name }
}

export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text)
