#include "service/demo/papers.hpp"

#include "rules/forms/drawing/print.hpp"
#include "samples/form.hpp"
#include "samples/make.hpp"
#include "service/scans/forms.hpp"

#include <algorithm>
#include <array>

namespace vermilion::service::demo {
namespace {

namespace printed = rules::forms;
using samples::Defect;

// As office scanners do; a card and a licence are read well at it.
constexpr int kDpi = 200;

struct Drawn {
  std::string_view type;  // of the document in the rules
  samples::DocumentKind kind;
  samples::Copy copy;
};

// What is no form, and how it is drawn. Anything else is scanned as a licence.
constexpr std::array kDrawn{
    Drawn{"electronic_licence", samples::DocumentKind::ElectronicLicence, samples::Copy::Colour},
    Drawn{"licence_copy", samples::DocumentKind::BusinessLicence2019, samples::Copy::BlackAndWhite},
    Drawn{"id_card", samples::DocumentKind::IdCard, samples::Copy::BlackAndWhite}};

std::vector<samples::Planted> planted(Flaw flaw) {
  switch (flaw) {
    case Flaw::FadedSeal:
      return {{Defect::SealFaded, 0.2}};
    case Flaw::NoSeal:
      return {{Defect::SealMissing, 1}};
    case Flaw::None:
      break;
  }
  return {};
}

Paper paper_of(const std::vector<std::byte>& bytes, const std::string& extension) {
  return {std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
          extension == "jpg" ? "image/jpeg" : "image/" + extension};
}

Paper drawn(const std::string& type, const Applicant& applicant, Flaw flaw) {
  const auto found = std::ranges::find(kDrawn, std::string_view(type), &Drawn::type);
  const Drawn& how = found == kDrawn.end() ? kDrawn[1] : *found;
  const auto sample = samples::make({.document = how.kind,
                                     .copy = how.copy,
                                     .dpi = kDpi,
                                     .seed = applicant.seed,
                                     .defects = planted(flaw)});
  return paper_of(sample.bytes, sample.extension);
}

Paper stamped(const scans::FilledSlot& slot, const Applicant& applicant, Flaw flaw) {
  auto raster = printed::drawing::raster(slot.form, slot.payload, kDpi);
  if (!raster) throw OffTheScript(raster.error().detail);
  const samples::PrintedSheet sheet{raster->width, raster->height, std::move(raster->grey), kDpi};
  const samples::Signers signers{.organisation = applicant.name,
                                 .seal_number = "3699991234567",
                                 .legal_person = applicant.legal_person,
                                 .jiangxi_head = applicant.agent,
                                 .agent = applicant.agent};
  const auto handed_in =
      samples::hand_in(sheet, slot.layout, signers,
                       {.seed = applicant.seed, .faults = {}, .defects = planted(flaw)});
  return paper_of(handed_in.bytes, handed_in.extension);
}

bool is_form(const rules::DocumentType& type) {
  return !type.form.empty();
}

}  // namespace

Paper paper_for(scans::House& house, const workflow::Order& order, const std::string& slot,
                const Applicant& applicant, Flaw flaw) {
  const auto project = house.rules(order.project, order.terms_digest);
  const rules::Slot* found = project ? rules::find_slot(*project, slot) : nullptr;
  if (found == nullptr) throw OffTheScript(order.id + " has no slot " + slot);
  if (std::ranges::none_of(found->alternatives, is_form)) {
    return drawn(found->alternatives.back().id, applicant, flaw);
  }
  // Printed as the page would have it first, so that the print is known.
  const auto pdf = scans::form_pdf(house, order, slot);
  const auto filled = scans::filled_slot(house, order, slot);
  if (!pdf || !filled) {
    const auto& failure = pdf ? filled.error() : pdf.error();
    throw OffTheScript(order.id + ": no form for " + slot + ": " + failure.detail);
  }
  return stamped(*filled, applicant, flaw);
}

}  // namespace vermilion::service::demo
