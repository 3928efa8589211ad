#include "pipeline/text/document_kind.hpp"

#include "pipeline/text/characters.hpp"
#include "pipeline/text/large_rows.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

namespace vermilion::pipeline::text {
namespace {

constexpr std::array kTitles{
    DocumentTitle{"application_form", "数字证书用户申请表"},
    DocumentTitle{"association_certificate", "社会团体法人登记证书"},
    DocumentTitle{"medical_licence", "医疗机构执业许可证"},
    DocumentTitle{"institution_certificate", "事业单位法人证书"},
    DocumentTitle{"code_certificate", "统一社会信用代码证书"},
    DocumentTitle{"seal_sheet", "签章采集表"},
    DocumentTitle{"appointment_letter", "负责人任命书"},
    DocumentTitle{"authorisation_letter", "授权委托书"},
    DocumentTitle{"refund_letter", "退款申请函"},
    DocumentTitle{"electronic_licence", "电子营业执照"},
    DocumentTitle{"id_card", "居民身份证"},
    DocumentTitle{"id_card", "公民身份号码"},
    DocumentTitle{"business_licence", "营业执照"},
};

// Titles stand in the upper half of every document that has one; a licence's within the upper
// third.
constexpr double kUpperPart = 0.55;

// Tesseract reads characters of 20 to 40 pixels best; a title on a page this long has 30 to 60.
constexpr int kPageSide = 900;

constexpr std::size_t kFuzzyFrom = 4;  // characters

// Larger than the text are the title, now and then a name, and what is no print at all.
constexpr int kLargeRowsTried = 3;

// How wide a row of a title is for each of its characters, of their height.
constexpr float kNarrowest = 0.7F;
constexpr float kWidest = 1.8F;

// So many characters wrong, it may still be the title.
constexpr int kDoubt = 2;

// What matters: no blanks, no punctuation of ASCII.
std::u32string beyond_ascii(std::u32string_view characters) {
  std::u32string beyond;
  std::ranges::copy_if(characters, std::back_inserter(beyond),
                       [](char32_t character) { return character > 0x7F; });
  return beyond;
}

std::u32string wanted_of(const DocumentTitle& title) {
  return characters_of(title.title);
}

bool appears(const std::u32string& title, const std::u32string& text, int errors_max) {
  for (std::size_t at = 0; at + title.size() <= text.size(); ++at) {
    int errors = 0;
    for (std::size_t i = 0; i < title.size() && errors <= errors_max; ++i)
      errors += title[i] != text[at + i];
    if (errors <= errors_max) return true;
  }
  return false;
}

bool is_longer(const DocumentTitle& other, const DocumentTitle& title) {
  return other.title.size() > title.title.size() &&
         other.title.find(title.title) != std::string_view::npos;
}

// Whether a title stands in a row above this place, so many characters wrong. A row of another
// length is not read for it.
bool stands_above(const DocumentTitle& title, const page::TextLine& place, RowReader& rows,
                  int errors) {
  const std::u32string wanted = wanted_of(title);
  for (std::size_t i = 0; i < rows.rows().size(); ++i) {
    const page::TextLine& row = rows.rows()[i];
    if (row.centre.y > place.centre.y + place.height) break;
    const float across = row.length / row.height / static_cast<float>(wanted.size());
    if (across < kNarrowest || across > kWidest) continue;
    if (appears(wanted, beyond_ascii(rows.read(i).characters), errors)) return true;
  }
  return false;
}

// 电子营业执照 stands in small characters over 营业执照 in large ones.
bool belongs_to_longer(const DocumentTitle& title, const page::TextLine& place, RowReader& rows) {
  return std::ranges::any_of(kTitles, [&](const DocumentTitle& longer) {
    return is_longer(longer, title) && stands_above(longer, place, rows, kDoubt);
  });
}

std::optional<DocumentTitle> longer_title(const DocumentTitle& title, std::string_view expected,
                                          const page::TextLine& place, RowReader& rows) {
  const auto found = std::ranges::find_if(kTitles, [&](const DocumentTitle& longer) {
    return longer.kind == expected && is_longer(longer, title) &&
           stands_above(longer, place, rows, 0);
  });
  return found == kTitles.end() ? std::nullopt : std::optional(*found);
}

// In large characters and without a mistake.
std::optional<DocumentTitle> large_title(const page::TextLine& row, const RowReader& rows) {
  const std::u32string characters = beyond_ascii(rows.read(row, 0).characters);
  const auto found = std::ranges::find_if(kTitles, [&](const DocumentTitle& title) {
    return appears(wanted_of(title), characters, 0);
  });
  return found == kTitles.end() ? std::nullopt : std::optional(*found);
}

std::optional<DocumentTitle> any_title(const page::Pyramid& pyramid,
                                       readers::TesseractReader& chinese) {
  const cv::Mat& page = pyramid.luma(pyramid.level_with_side(kPageSide));
  const cv::Mat upper = page(cv::Rect(0, 0, page.cols, static_cast<int>(kUpperPart * page.rows)));
  const auto text = chinese.read(upper, readers::TesseractReader::Layout::Sparse);
  return text ? title_in(*text) : std::nullopt;
}

}  // namespace

std::span<const DocumentTitle> document_titles() {
  return kTitles;
}

std::optional<DocumentTitle> title_in(std::string_view text) {
  const std::u32string characters = beyond_ascii(characters_of(text));
  for (const int errors : {0, 1}) {
    for (const DocumentTitle& title : kTitles) {
      const std::u32string wanted = wanted_of(title);
      if (errors > 0 && wanted.size() < kFuzzyFrom) continue;
      if (appears(wanted, characters, errors)) return title;
    }
  }
  return std::nullopt;
}

std::optional<DocumentTitle> expected_title(const Titled& page, std::string_view expected) {
  int tried = 0;
  for (const page::TextLine& row : large_rows_of(page.lines)) {
    if (row.centre.y > kUpperPart * static_cast<double>(page.pyramid.luma(0).rows)) continue;
    if (tried++ == kLargeRowsTried) break;
    const auto title = large_title(row, page.rows);
    if (!title) continue;
    if (title->kind != expected) return longer_title(*title, expected, row, page.rows);
    return belongs_to_longer(*title, row, page.rows) ? std::nullopt : title;
  }
  return std::nullopt;
}

std::optional<DocumentKindFact> document_kind_of(const Titled& page, std::string_view expected) {
  auto title = expected_title(page, expected);
  if (!title) title = any_title(page.pyramid, page.chinese);
  if (!title) return std::nullopt;
  const cv::Mat& whole = page.pyramid.luma(0);
  return DocumentKindFact{std::string(title->kind),
                          std::string(title->title),
                          {0, 0, whole.cols, static_cast<int>(kUpperPart * whole.rows)}};
}

}  // namespace vermilion::pipeline::text
