#include "pipeline/text/document_kind.hpp"

#include <algorithm>
#include <array>
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

// Code points that matter: no blanks, no punctuation of ASCII.
std::u32string characters_of(std::string_view utf8) {
  std::u32string characters;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
      point = point << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    }
    if (point > 0x7F) characters += point;
    i += length;
  }
  return characters;
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

}  // namespace

std::span<const DocumentTitle> document_titles() {
  return kTitles;
}

std::optional<DocumentTitle> title_in(std::string_view text) {
  const std::u32string characters = characters_of(text);
  for (const int errors : {0, 1}) {
    for (const DocumentTitle& title : kTitles) {
      const std::u32string wanted = characters_of(title.title);
      if (errors > 0 && wanted.size() < kFuzzyFrom) continue;
      if (appears(wanted, characters, errors)) return title;
    }
  }
  return std::nullopt;
}

std::optional<DocumentKindFact> document_kind_of(const page::Pyramid& pyramid,
                                                 readers::TesseractReader& chinese) {
  const cv::Mat& page = pyramid.luma(pyramid.level_with_side(kPageSide));
  const cv::Mat upper = page(cv::Rect(0, 0, page.cols, static_cast<int>(kUpperPart * page.rows)));
  const auto text = chinese.read(upper, readers::TesseractReader::Layout::Sparse);
  if (!text) return std::nullopt;
  const auto title = title_in(*text);
  if (!title) return std::nullopt;
  const int full_width = pyramid.luma(0).cols;
  const int full_height = static_cast<int>(kUpperPart * pyramid.luma(0).rows);
  return DocumentKindFact{
      std::string(title->kind), std::string(title->title), {0, 0, full_width, full_height}};
}

}  // namespace vermilion::pipeline::text
