#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// 法人授权委托书: a typed letter by which the legal person sends an agent, with the company's seal
// over its name and the legal person's square seal or signature beside it.
[[nodiscard]] Document authorisation_letter(double dpi, const Organisation& holder, Random random);

}  // namespace vermilion::samples::documents
