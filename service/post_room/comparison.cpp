#include "service/post_room/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace vermilion::service::post_room {
namespace {

using pipeline::Report;
using pipeline::SealFact;

// Two scans of one sheet place a seal alike to some millimetres of skew and crop; a seal stamped
// anew lies elsewhere by more.
constexpr double kPlace_mm = 8;

// A ring of 40 mm is measured to a tenth where the scale comes from the ring itself.
constexpr double kDiameter_share = 0.12;

// A copy made smaller to fit is smaller by a tenth at least; scanners feed to a hundredth.
constexpr double kPage_share = 0.05;

constexpr double kMmPerInch = 25.4;

struct Words {
  std::string zh;
  std::string en;
};

class Comparing {
 public:
  Comparison result;

  void looked_at(Aspect aspect) { result.compared.push_back(aspect); }
  void differs(Difference difference) { result.differences.push_back(std::move(difference)); }
  void differs(Aspect aspect, std::string uploaded, std::string paper, Words words) {
    differs({.aspect = aspect,
             .uploaded = std::move(uploaded),
             .paper = std::move(paper),
             .uploaded_box = {},
             .paper_box = {},
             .zh = std::move(words.zh),
             .en = std::move(words.en)});
  }
};

std::string mm(double value) {
  return fmt::format("{:.1f} mm", value);
}

void compare_kinds(const Report& uploaded, const Report& paper, Comparing& comparing) {
  const auto& there = uploaded.facts.document;
  const auto& here = paper.facts.document;
  if (!there || !here) return;
  comparing.looked_at(Aspect::Kind);
  if (there->kind == here->kind) return;
  comparing.differs({.aspect = Aspect::Kind,
                     .uploaded = there->title,
                     .paper = here->title,
                     .uploaded_box = there->box,
                     .paper_box = here->box,
                     .zh = "纸质件的标题与上传的不同。",
                     .en = "The title is another than that of the upload."});
}

void compare_codes(const Report& uploaded, const Report& paper, Comparing& comparing) {
  const auto& there = uploaded.facts.credit_code;
  const auto& here = paper.facts.credit_code;
  if (!there || !here) return;
  comparing.looked_at(Aspect::CreditCode);
  if (there->value == here->value) return;
  comparing.differs({.aspect = Aspect::CreditCode,
                     .uploaded = there->value,
                     .paper = here->value,
                     .uploaded_box = there->box,
                     .paper_box = here->box,
                     .zh = "统一社会信用代码不同。",
                     .en = "The credit code is another."});
}

// The code of our own form, if the page has one.
const pipeline::QrFact* form_code(const Report& report) {
  if (!report.facts.qr) return nullptr;
  const auto found = std::ranges::find_if(*report.facts.qr, [](const pipeline::QrFact& code) {
    return code.text.starts_with(pipeline::kFormCodePrefix);
  });
  return found == report.facts.qr->end() ? nullptr : &*found;
}

void compare_forms(const Report& uploaded, const Report& paper, Comparing& comparing) {
  const auto* there = form_code(uploaded);
  if (there == nullptr || !paper.facts.qr) return;
  comparing.looked_at(Aspect::Form);
  const auto* here = form_code(paper);
  if (here != nullptr && here->text == there->text) return;
  comparing.differs(
      {.aspect = Aspect::Form,
       .uploaded = there->text,
       .paper = here == nullptr ? "" : here->text,
       .uploaded_box = there->box,
       .paper_box = here == nullptr ? std::nullopt : std::optional(here->box),
       .zh = "表格右上角的二维码不同：不是上传的那一张表。",
       .en = "The code on the form is another: it is not the sheet that was scanned."});
}

// A licence's own registrar is printed with it and says nothing of whose paper it is.
std::vector<const SealFact*> seals_of(const Report& report) {
  std::vector<const SealFact*> seals;
  for (const SealFact& seal : *report.facts.seals) {
    if (seal.role != pipeline::SealRole::Registrar) seals.push_back(&seal);
  }
  return seals;
}

struct Place {
  double x_mm = 0;
  double y_mm = 0;
};

std::optional<Place> place_of(const SealFact& seal, const Report& report) {
  if (!report.image || !report.image->dpi) return std::nullopt;
  const double mm_per_pixel = kMmPerInch / *report.image->dpi;
  return Place{(seal.box.x + seal.box.width / 2.0) * mm_per_pixel,
               (seal.box.y + seal.box.height / 2.0) * mm_per_pixel};
}

double distance_mm(const Place& a, const Place& b) {
  return std::hypot(a.x_mm - b.x_mm, a.y_mm - b.y_mm);
}

const SealFact* nearest(const Place& to, const std::vector<const SealFact*>& seals,
                        const Report& report) {
  const auto found = std::ranges::min_element(
      seals, {}, [&](const SealFact* seal) { return distance_mm(*place_of(*seal, report), to); });
  return found == seals.end() ? nullptr : *found;
}

void compare_seal(const SealFact& there, const Report& uploaded, const SealFact& here,
                  const Report& paper, Comparing& comparing) {
  const auto difference = [&](Aspect aspect, std::string was, std::string is, Words words) {
    comparing.differs({.aspect = aspect,
                       .uploaded = std::move(was),
                       .paper = std::move(is),
                       .uploaded_box = there.box,
                       .paper_box = here.box,
                       .zh = std::move(words.zh),
                       .en = std::move(words.en)});
  };
  const double apart = distance_mm(*place_of(there, uploaded), *place_of(here, paper));
  if (there.shape != here.shape) {
    difference(Aspect::SealPlace, std::string(name(there.shape)), std::string(name(here.shape)),
               {"印章的形状不同。", "A seal has another shape."});
  } else if (apart > kPlace_mm) {
    difference(Aspect::SealPlace, "", mm(apart),
               {fmt::format("印章的位置相差 {}，不是同一次盖的章。", mm(apart)),
                fmt::format("A seal stands {} away: it was stamped another time.", mm(apart))});
  }
  if (!there.diameter_mm || !here.diameter_mm) return;
  const double off = std::abs(*there.diameter_mm - *here.diameter_mm);
  if (off > kDiameter_share * *there.diameter_mm) {
    difference(Aspect::SealSize, mm(*there.diameter_mm), mm(*here.diameter_mm),
               {"印章的大小不同。", "A seal has another size."});
  }
}

void compare_seals(const Report& uploaded, const Report& paper, Comparing& comparing) {
  if (!uploaded.facts.seals || !paper.facts.seals) return;
  const auto there = seals_of(uploaded);
  const auto here = seals_of(paper);
  comparing.looked_at(Aspect::SealCount);
  if (there.size() != here.size()) {
    comparing.differs(
        Aspect::SealCount, fmt::format("{}", there.size()), fmt::format("{}", here.size()),
        {fmt::format("上传件有 {} 枚印章，纸质件有 {} 枚。", there.size(), here.size()),
         fmt::format("{} seals on the upload, {} on the paper.", there.size(), here.size())});
  }
  const bool to_scale = uploaded.image && uploaded.image->dpi && paper.image && paper.image->dpi;
  if (!to_scale || there.empty() || here.empty()) return;
  comparing.looked_at(Aspect::SealPlace);
  comparing.looked_at(Aspect::SealSize);
  for (const SealFact* seal : there) {
    const SealFact* match = nearest(*place_of(*seal, uploaded), here, paper);
    compare_seal(*seal, uploaded, *match, paper, comparing);
  }
}

// Of forms whose size is known from their print.
void compare_sizes(const Report& uploaded, const Report& paper, Comparing& comparing) {
  const auto scale_of = [](const Report& report) -> std::optional<double> {
    if (!report.facts.form || !report.facts.form->placement) return std::nullopt;
    return report.facts.form->placement->scale;
  };
  const auto there = scale_of(uploaded);
  const auto here = scale_of(paper);
  if (!there || !here) return;
  comparing.looked_at(Aspect::PageSize);
  if (std::abs(*there - *here) <= kPage_share) return;
  comparing.differs(Aspect::PageSize, fmt::format("{:.0f} %", *there * 100),
                    fmt::format("{:.0f} %", *here * 100),
                    {"打印或复印的比例不同。", "It was printed or copied at another scale."});
}

}  // namespace

std::string_view name_of(Aspect aspect) {
  constexpr std::array<std::string_view, 8> kNames{"readable",    "kind",       "form",
                                                   "credit_code", "seal_count", "seal_place",
                                                   "seal_size",   "page_size"};
  return kNames[static_cast<std::size_t>(aspect)];
}

Comparison compare(const Report& uploaded, const Report& paper) {
  Comparing comparing;
  comparing.looked_at(Aspect::Readable);
  if (!paper.readable) {
    comparing.differs(Aspect::Readable, "", "",
                      {"这张扫描件读不出来，请重新扫描纸质件。",
                       "The scan cannot be read; scan the paper again."});
    return std::move(comparing.result);
  }
  compare_kinds(uploaded, paper, comparing);
  compare_forms(uploaded, paper, comparing);
  compare_codes(uploaded, paper, comparing);
  compare_seals(uploaded, paper, comparing);
  compare_sizes(uploaded, paper, comparing);
  return std::move(comparing.result);
}

}  // namespace vermilion::service::post_room
