#pragma once

#include "pipeline/card/cards.hpp"
#include "pipeline/codec/planes.hpp"
#include "pipeline/cost.hpp"
#include "pipeline/credit_code/reader.hpp"
#include "pipeline/form/contents.hpp"
#include "pipeline/form/registration.hpp"
#include "pipeline/form/template.hpp"
#include "pipeline/intake/intake.hpp"
#include "pipeline/lazy.hpp"
#include "pipeline/page/capture.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/scale.hpp"
#include "pipeline/page/sharpness.hpp"
#include "pipeline/page/text_lines.hpp"
#include "pipeline/plan.hpp"
#include "pipeline/qr/ladder.hpp"
#include "pipeline/report.hpp"
#include "pipeline/seal/number.hpp"
#include "pipeline/seal/seal.hpp"
#include "pipeline/text/row_reader.hpp"
#include "pipeline/tools.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::pipeline {

// What the plan expects of the page, for what compares.
struct Expected {
  std::optional<std::string> document = {};
  std::optional<std::string> code = {};
  std::optional<std::string> citizen_id = {};
  std::optional<form::Template> form = {};
  std::vector<FieldRequest> fields = {};
  std::optional<std::chrono::sys_days> today = {};
};

// The page under inspection: the decoded picture and all that can be found on it. Everything is
// made when it is first asked for and kept, so the checks of a plan drive the work and nothing is
// done twice. All places are in pixels of the upright page.
class Page {
 public:
  Page(codec::Planes stored, const intake::Header& header, Expected expected, Tools& tools,
       Costs& costs);

  const std::optional<std::string>& expected_document() const { return expected_.document; }
  const std::optional<form::Template>& expected_form() const { return expected_.form; }

  const page::Turn& turn();
  const page::Pyramid& pyramid();
  const page::Light& light();
  const page::TextLines& lines();
  double skew_deg();
  const page::Capture& capture();
  const std::vector<std::string>& cut_edges();
  const page::Scale& scale();
  std::optional<double> px_per_mm();
  const page::Sharpness& sharpness();
  double upscaling();

  // Every seal, the registrar's too; not the emblem.
  const std::vector<seal::Seal>& seals();

  const std::vector<qr::Reading>& symbols();
  const credit_code::Reading& credit_code();
  const std::optional<DocumentKindFact>& document_kind();

  // Where the form expected lies.
  const form::Registration& registration();

  // How large it was printed, of the size it should have; absent where it is not placed, or where
  // nothing but itself tells how large the sheet is.
  std::optional<double> form_scale();

  // The identity cards copied onto the page, and their numbers as read; kept off the report.
  const card::Cards& cards();
  const std::vector<std::string>& card_numbers();
  const std::optional<std::string>& expected_citizen_id() const { return expected_.citizen_id; }

  // What a length in pixels of the page is in millimetres, where something other than the thing
  // itself tells the scale.
  std::optional<double> trusted_px_per_mm();

  // What stands in its boxes; nothing where it is not placed.
  const std::optional<form::Contents>& form_contents();
  // Of each field of the form, how much its print looks as it should; nothing where that is not
  // known, and where no form is placed.
  const std::vector<std::optional<double>>& printed_likeness();

  // How the number along the foot of a seal reads, and how far the name around it is this one.
  std::vector<seal::NumberDigit> seal_number(const seal::Seal& seal);
  double seal_name_likeness(const seal::Seal& seal, const std::string& name);

  // The text expected of a fact.
  std::optional<std::string> expected_text(std::string_view fact) const;
  const std::optional<std::chrono::sys_days>& today() const { return expected_.today; }

  // The rows of print, to be read.
  text::RowReader& rows();

  // What stands in the fields that are expected, by fact; those that were not found are absent.
  const std::map<std::string, FieldFact, std::less<>>& fields();

  // What the report says of the picture itself.
  ImageFact image_fact();

  // What has been found out so far; what nobody asked for is absent. The fields expected are asked
  // for here, and so are pictures of seals, and with them the seals.
  Facts facts(bool seal_pictures = false);

 private:
  struct Upright {
    page::Turn turn;
    page::Pyramid pyramid;
    page::Light light;
    page::TextLines lines;
  };

  const Upright& upright();
  const seal::Found& found_seals();
  bool edges_are_soft();
  DocumentKindFact kind_of_form();
  std::optional<FieldFact> field_of(const FieldRequest& wanted);
  std::optional<FieldFact> field_of_form(const FieldRequest& wanted);
  PageFact page_fact();
  std::optional<FormFact> form_fact();
  std::vector<SealFact> seal_facts(const std::vector<seal::Seal>& seals, bool pictures);

  codec::Planes stored_;
  intake::Header header_;
  Expected expected_;
  Tools& tools_;
  Costs& costs_;

  Lazy<Upright> upright_;
  Lazy<double> skew_deg_;
  Lazy<page::Capture> capture_;
  Lazy<std::vector<std::string>> cut_edges_;
  Lazy<page::Scale> scale_;
  Lazy<page::Sharpness> sharpness_;
  Lazy<double> upscaling_;
  Lazy<seal::Found> found_seals_;
  Lazy<std::vector<seal::Seal>> seals_;
  Lazy<std::vector<qr::Reading>> symbols_;
  Lazy<credit_code::Reading> credit_code_;
  Lazy<std::optional<DocumentKindFact>> document_kind_;
  Lazy<card::Cards> cards_;
  Lazy<std::vector<std::string>> card_numbers_;
  Lazy<form::Registration> registration_;
  Lazy<std::optional<form::Contents>> form_contents_;
  Lazy<std::vector<std::optional<double>>> printed_likeness_;
  std::optional<text::RowReader> rows_;
  Lazy<std::map<std::string, FieldFact, std::less<>>> fields_;
};

}  // namespace vermilion::pipeline
