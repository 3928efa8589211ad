#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/readers/tesseract_reader.hpp"
#include "pipeline/report.hpp"

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

// Reads the upper part of the page; dear (some 100 ms), so ask only where a kind is expected.
std::optional<DocumentKindFact> document_kind_of(const page::Pyramid& pyramid,
                                                 readers::TesseractReader& chinese);

}  // namespace vermilion::pipeline::text
