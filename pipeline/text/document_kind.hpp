#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"
#include "pipeline/readers/tesseract_reader.hpp"
#include "pipeline/report.hpp"
#include "pipeline/text/row_reader.hpp"

#include <optional>
#include <span>
#include <string_view>

// What kind of document a page is, by its title.
namespace vermilion::pipeline::text {

struct DocumentTitle {
  std::string_view kind;   // "business_licence"
  std::string_view title;  // "营业执照"
};

// Longer titles first, since some contain others (电子营业执照, 营业执照).
std::span<const DocumentTitle> document_titles();

// The title named in a text, one wrong character allowed in titles of four and more.
std::optional<DocumentTitle> title_in(std::string_view text);

// What a title is looked for with.
struct Titled {
  const page::Pyramid& pyramid;
  const page::TextLines& lines;
  RowReader& rows;
  readers::TesseractReader& chinese;
};

// The title of this kind, where it stands in large characters, word for word, and in no longer one:
// some 30 ms. Nothing otherwise, whatever the page is.
[[nodiscard]] std::optional<DocumentTitle> expected_title(const Titled& page,
                                                          std::string_view expected);

// Where the expected title does not stand there so, the whole upper part is read, which is dear
// (some 400 ms): ask only where a kind is expected.
[[nodiscard]] std::optional<DocumentKindFact> document_kind_of(const Titled& page,
                                                               std::string_view expected);

}  // namespace vermilion::pipeline::text
