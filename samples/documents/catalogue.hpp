#pragma once

#include "samples/documents/document.hpp"
#include "samples/recipe.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vermilion::samples::documents {

enum Trait : unsigned {
  kCode = 1,        // carries the holder's credit code
  kHolderSeal = 2,  // is handed in with the holder's seal on it
  kPaper = 4,       // exists on paper
  kLookalike = 8,   // may only be taken for a document
  kCard = 32,       // shows an identity card
  kByName = 16,     // left out where none is named: what a seed draws at random stays the same
};

// A document that can be drawn. A new one is a file pair and a row in catalogue.cpp.
struct DocumentDescription {
  DocumentKind kind;
  std::string_view id;      // as in rules and reports: "business_licence"
  std::string_view layout;  // where one document has several: "2014"
  std::string_view title;   // what stands on it, for people
  Category category;        // of the organisation that holds it
  unsigned traits;
  Document (*draw)(double dpi, const Organisation& holder, Random random);

  [[nodiscard]] bool is(Trait trait) const { return (traits & trait) != 0; }

  // Is it among those to choose from where none is named?
  [[nodiscard]] bool at_random() const { return !is(kLookalike) && !is(kByName); }

  // On the command line: "business_licence_2014", "id_card".
  [[nodiscard]] std::string name() const;
  [[nodiscard]] bool admits(Defect defect) const;
};

[[nodiscard]] std::span<const DocumentDescription> catalogue();
[[nodiscard]] const DocumentDescription& describe(DocumentKind kind);
[[nodiscard]] std::optional<DocumentKind> document_named(std::string_view name);

}  // namespace vermilion::samples::documents
