#include "bench/evaluate/form_scans.hpp"

#include "rules/compile.hpp"
#include "rules/forms/drawing/print.hpp"
#include "rules/forms/fill.hpp"
#include "rules/forms/payload.hpp"
#include "rules/forms/template.hpp"
#include "rules/yaml/parse.hpp"
#include "samples/invented_order.hpp"
#include "samples/make.hpp"
#include "samples/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace vermilion::evaluate {
namespace {

namespace fs = std::filesystem;
namespace forms = rules::forms;
using samples::Defect;
using samples::FormFault;
using samples::Random;

std::vector<rules::RuleFile> files_in(const fs::path& folder) {
  std::vector<rules::RuleFile> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (!name.ends_with(".yaml") || name.ends_with(".test.yaml")) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const rules::yaml::Source source{name, {std::istreambuf_iterator<char>(in), {}}};
    files.push_back({entry.path().stem(), source, rules::yaml::parse(source).value()});
  }
  std::ranges::sort(files, {}, &rules::RuleFile::id);
  return files;
}

// Which project shows a document, and which more where its layouts differ.
struct Shown {
  std::string_view document;
  std::string_view project;
};
constexpr std::array kShown{
    Shown{"application_form", "yingtan_sunshine"},
    Shown{"authorisation_letter", "yingtan_sunshine"},
    Shown{"authorisation_letter", "housing_inside"},
    Shown{"seal_sheet", "jiangxi_public_resources"},
    Shown{"seal_sheet", "jiangxi_construction_group"},
    Shown{"seal_sheet", "housing_inside"},
    Shown{"seal_sheet", "housing_outside"},
    Shown{"seal_sheet", "yingtan_sunshine"},
    Shown{"head_appointment", "housing_outside"},
    Shown{"refund_letter", "housing_inside"},
    Shown{"post_checklist", "housing_inside"},
};

rules::Slot slot_with(const rules::Project& project, const rules::DocumentType& alone) {
  for (const rules::Slot& slot : project.slots) {
    if (std::ranges::find(slot.alternatives, alone.id, &rules::DocumentType::id) !=
        slot.alternatives.end()) {
      return slot;
    }
  }
  return {.id = alone.id, .name = alone.name, .alternatives = {alone}};
}

// What an order may leave out; a form has a dash there.
constexpr std::array kOptional{"agent_email", "invoice_title", "invoice_tax_number",
                               "invoice_email"};

rules::OrderFacts invented_order(const rules::Project& project, const Random& random) {
  rules::OrderFacts order{.operation = project.operations.front().id,
                          .variant = project.operations.front().variants.front().id};
  auto facts = samples::invent_order(random);
  if (random.child("brief").chance(0.5)) {
    for (const char* name : kOptional) facts.erase(name);
  }
  for (const auto& [name, value] : facts) rules::set_fact(order, name, value);
  return order;
}

forms::FilledForm filled(const FormKind& kind, const rules::OrderFacts& order) {
  const auto facts = forms::form_facts(kind.project, order);
  if (!facts) throw std::runtime_error(facts.error().detail);
  auto form = forms::fill(kind.type.form, kind.type.name.zh, *facts);
  if (!form) throw std::runtime_error(form.error().detail);
  return std::move(*form);
}

struct Sheet {
  forms::FilledForm form;
  forms::Imprint imprint;
  forms::Key key;
};

// One character of the text, wherever it stands, is one of another text.
std::string with_another_character(const std::string& text, const std::string& other,
                                   Random random) {
  const auto characters = samples::characters(text);
  const auto others = samples::characters(other);
  const auto at =
      static_cast<std::size_t>(random.integer(0, static_cast<int>(characters.size()) - 1));
  const auto begun =
      static_cast<std::size_t>(random.integer(0, static_cast<int>(others.size()) - 1));
  std::string_view put;
  for (std::size_t i = 0; i < others.size() && (put.empty() || put == characters[at]); ++i) {
    put = others[(begun + i) % others.size()];
  }
  std::string altered;
  for (std::size_t i = 0; i < characters.size(); ++i) altered += i == at ? put : characters[i];
  return altered;
}

// What is printed where it is not what it should be.
void spoil(Sheet& sheet, const FormKind& kind, PrintFault fault, const Random& random) {
  switch (fault) {
    case PrintFault::None:
    case PrintFault::Hidden:
    case PrintFault::OtherForm:
    case PrintFault::OfTheHall:
      return;
    case PrintFault::OtherOrder: {
      sheet.form = filled(kind, invented_order(kind.project, random.child("another")));
      sheet.imprint.order = sheet.form.order_number;
      sheet.imprint.facts = forms::digest_of(sheet.form.printed);
      return;
    }
    case PrintFault::OtherProject:
      sheet.imprint.project =
          kind.project.id == "housing_inside" ? "housing_outside" : "housing_inside";
      return;
    case PrintFault::Stale:
      sheet.imprint.generation = static_cast<std::uint8_t>(kind.type.form.generation - 1);
      return;
    case PrintFault::Altered: {
      // Somebody wrote another name into the file before printing it.
      const auto other = invented_order(kind.project, random.child("another"));
      for (const forms::Field& field : sheet.form.form.fields) {
        if (field.fact == "organisation") sheet.form.values[field.id] = *other.organisation;
        if (field.fact == "agent") sheet.form.values[field.id] = *other.agent;
      }
      return;
    }
    case PrintFault::OneCharacter: {
      const auto other = invented_order(kind.project, random.child("another"));
      for (const forms::Field& field : sheet.form.form.fields) {
        if (field.fact == "organisation") {
          std::string& value = sheet.form.values[field.id];
          value = with_another_character(value, *other.organisation, random.child("character"));
        }
      }
      return;
    }
    case PrintFault::Forged:
      sheet.key.secret = std::string(32, 'x');
      return;
  }
}

// What a scanner in an office does to a sheet that nobody would call a defect.
std::vector<samples::Planted> office(Random random) {
  std::vector<samples::Planted> planted;
  // Up to what rules allow, 3, and what it is measured to.
  if (random.chance(0.3)) planted.push_back({Defect::Skew, random.uniform(2, 2.95)});
  static constexpr std::array kTurns{Defect::Turn90, Defect::Turn180, Defect::Turn270};
  if (random.chance(0.2)) {
    const Defect turn = random.choose(kTurns);
    planted.push_back({turn, turn == Defect::Turn90    ? 90.0
                             : turn == Defect::Turn180 ? 180.0
                                                       : 270.0});
  }
  return planted;
}

// Another form of the same project, where it has one.
std::optional<FormKind> other_form_of(const FormKind& kind) {
  for (const rules::Slot& slot : kind.project.slots) {
    for (const rules::DocumentType& type : slot.alternatives) {
      if (type.id == kind.type.id || type.form.fields.empty()) continue;
      return FormKind{kind.name, kind.project, slot, type};
    }
  }
  return std::nullopt;
}

Sheet sheet_of(const FormKind& kind, const rules::OrderFacts& order) {
  Sheet sheet{.form = filled(kind, order), .imprint = {}, .key = form_key()};
  sheet.imprint = {.order = sheet.form.order_number,
                   .project = kind.project.id,
                   .document = kind.type.id,
                   .generation = static_cast<std::uint8_t>(kind.type.form.generation),
                   .facts = forms::digest_of(sheet.form.printed)};
  return sheet;
}

samples::PrintedSheet print_of(const Sheet& sheet, double dpi) {
  const auto payload = forms::encode(sheet.imprint, sheet.key);
  if (!payload) throw std::runtime_error(payload.error().detail);
  auto raster = forms::drawing::raster(sheet.form, *payload, dpi);
  if (!raster) throw std::runtime_error(raster.error().detail);
  return {raster->width, raster->height, std::move(raster->grey), dpi};
}

// A slip of white paper lies on the middle of the code.
void hide(samples::PrintedSheet& page, const pipeline::form::BoxMm& code) {
  const auto px = [&](double mm) { return static_cast<int>(std::lround(mm * page.dpi / 25.4)); };
  for (int y = px(code.y + code.h / 4); y < px(code.y + code.h * 3 / 4); ++y) {
    const auto row = page.grey.begin() + std::ptrdiff_t{y} * page.width;
    std::fill(row + px(code.x), row + px(code.x + code.w), std::uint8_t{255});
  }
}

FormScan of_the_hall(FormScan scan, const Random& random, double dpi) {
  auto sample = samples::make({.document = samples::DocumentKind::ApplicationForm,
                               .dpi = static_cast<int>(dpi),
                               .seed = random.child("hall").bits(),
                               .defects = office(random.child("office"))});
  scan.sample.bytes = std::move(sample.bytes);
  scan.sample.extension = std::move(sample.extension);
  scan.shows_its_code = false;
  return scan;
}

void plant(samples::FormRecipe& recipe, const FormDefect& defect, Random random) {
  recipe.faults = defect.faults;
  if (const auto& picture = defect.picture) {
    recipe.defects.push_back({picture->defect, random.uniform(picture->from, picture->to)});
  }
}

samples::Signers signers_of(const rules::OrderFacts& order, Random random) {
  return {.organisation = order.organisation.value(),
          .seal_number = fmt::format("369999{}", random.digits(7)),
          .legal_person = order.legal_person.value(),
          .jiangxi_head = order.jiangxi_head.value(),
          .agent = order.agent.value()};
}

FormDefect of_the_picture(std::string_view name, std::string_view finding, PictureDefect picture) {
  return {.name = name, .finding = finding, .picture = picture};
}

}  // namespace

std::vector<FormKind> form_kinds(const fs::path& folder) {
  const auto documents = files_in(folder / "documents");
  const auto projects = files_in(folder / "projects");
  std::vector<FormKind> kinds;
  for (const Shown& shown : kShown) {
    const auto file = std::ranges::find(projects, shown.project, &rules::RuleFile::id);
    const auto document = std::ranges::find(documents, shown.document, &rules::RuleFile::id);
    const auto alone = rules::compile_document(*document).value();
    FormKind kind{fmt::format("{}, {}", shown.document, shown.project),
                  rules::compile(*file, documents).value(),
                  {},
                  alone};
    kind.slot = slot_with(kind.project, alone);
    kind.type = *std::ranges::find(kind.slot.alternatives, alone.id, &rules::DocumentType::id);
    kinds.push_back(std::move(kind));
  }
  return kinds;
}

std::span<const FormDefect> form_defects() {
  static const std::array kDefects{
      FormDefect{"another order's form", "TPL_WRONG_ORDER", {}, PrintFault::OtherOrder},
      FormDefect{"another project's form", "TPL_WRONG_PROJECT", {}, PrintFault::OtherProject},
      FormDefect{"stale generation", "TPL_STALE", {}, PrintFault::Stale},
      FormDefect{"altered field", "TPL_ALTERED", {}, PrintFault::Altered},
      FormDefect{"altered character", "TPL_ALTERED", {}, PrintFault::OneCharacter},
      FormDefect{"forged code", "TPL_BAD_SIGNATURE", {}, PrintFault::Forged},
      FormDefect{"code hidden", "TPL_NO_QR", {}, PrintFault::Hidden},
      FormDefect{"another form", "TPL_WRONG_DOCUMENT", {}, PrintFault::OtherForm},
      FormDefect{"form of the hall", "TPL_HALL_FORM", {}, PrintFault::OfTheHall},
      FormDefect{"field left blank", "TPL_BLANK_FIELD", {FormFault::FieldBlank}},
      FormDefect{"day that ends soon",
                 "LETTER_EXPIRES_SOON",
                 {FormFault::DaySoon},
                 PrintFault::None,
                 "TPL_HANDWRITTEN"},
      FormDefect{"not ticked", "TPL_UNTICKED", {FormFault::Unticked}},
      FormDefect{"reduced print", "COPY_REDUCED", {FormFault::Reduced}},
      FormDefect{"enlarged print", "COPY_REDUCED", {FormFault::Enlarged}},
      FormDefect{"seal missing", "SEAL_NONE", {FormFault::SealMissing}},
      FormDefect{"seal faint", "SEAL_FAINT", {FormFault::SealFaint}},
      FormDefect{"seal in another box", "SEAL_WRONG_BOX", {FormFault::SealWrongBox}},
      FormDefect{"seal across its box", "SEAL_OVER_EDGE", {FormFault::SealOverLine}},
      FormDefect{"seal over a value", "SEAL_COVERS_KEY", {FormFault::SealOverKey}},
      of_the_picture("copied in black and white", "SEAL_NOT_RED", {Defect::SealBw}),
      of_the_picture("seal soft", "SEAL_BLURRED", {Defect::SealBlurred, 0.35, 0.60}),
      of_the_picture("border broken", "SEAL_BROKEN_BORDER", {Defect::SealBrokenBorder, 0.2, 0.5}),
      of_the_picture("seal smeared", "SEAL_SMEARED", {Defect::SealSmeared, 1.0, 2.5}),
      of_the_picture("specks in the seal", "SEAL_SPECKLE", {Defect::SealSpeckle, 8, 12}),
      of_the_picture("grey paper", "SEAL_BACKGROUND", {Defect::BackgroundGrey, 0.25, 0.40}),
      of_the_picture("tinted paper", "SEAL_BACKGROUND", {Defect::BackgroundColour, 0.12, 0.20}),
      FormDefect{"number clogged", "SEAL_CODE_UNREADABLE", {FormFault::SealNumberClogged}},
      FormDefect{"square for round", "SEAL_NOT_ROUND", {FormFault::SealSquare}},
      FormDefect{"round for square", "LSEAL_NOT_SQUARE", {FormFault::PersonSealRound}},
      FormDefect{"not signed", "SIGN_NONE", {FormFault::SignatureMissing}},
      FormDefect{"signature printed", "SIGN_PRINTED", {FormFault::SignaturePrinted}},
      FormDefect{"signature vertical", "SIGN_VERTICAL", {FormFault::SignatureVertical}},
      FormDefect{"signature too wide", "SIGN_WIDTH", {FormFault::SignatureWide}},
  };
  return kDefects;
}

bool can_have(const FormKind& kind, const FormDefect& defect) {
  const auto form = forms::template_of(kind.project, kind.type, {});
  const auto& printed = kind.type.form.fields;
  const auto prints = [&](std::string_view fact) {
    return std::ranges::find(printed, fact, &forms::Field::fact) != printed.end();
  };
  if (defect.print == PrintFault::Altered) return prints("organisation") || prints("agent");
  if (defect.print == PrintFault::OneCharacter) return prints("organisation");
  if (defect.print == PrintFault::OtherForm) return other_form_of(kind).has_value();
  if (defect.print == PrintFault::OfTheHall) return kind.type.id == "application_form";
  const bool of_a_seal =
      defect.picture && samples::describe(defect.picture->defect).needs == samples::Needs::HolderSeal;
  if (of_a_seal && std::ranges::find(form.stamps, "organisation", &pipeline::form::Stamp::by) ==
                       form.stamps.end()) {
    return false;
  }
  // Where only a seal is taken, that is what is missing.
  const bool takes_signature = std::ranges::any_of(form.stamps, [](const auto& stamp) {
    return stamp.by == "legal_person" &&
           std::ranges::find(stamp.with, "signature") != stamp.with.end();
  });
  return std::ranges::all_of(defect.faults, [&](FormFault fault) {
    return samples::can_have(form, fault) &&
           (fault != FormFault::SignatureMissing || takes_signature);
  });
}

forms::Key form_key() {
  return {1, std::string(32, 'k')};
}

FormScan form_scan(const FormKind& kind, const FormDefect* defect, std::uint64_t seed, double dpi) {
  const Random random(seed);
  const PrintFault print = defect == nullptr ? PrintFault::None : defect->print;
  FormScan scan{.order = invented_order(kind.project, random), .sample = {}};
  if (print == PrintFault::OfTheHall) return of_the_hall(std::move(scan), random, dpi);
  const FormKind printed = print == PrintFault::OtherForm ? other_form_of(kind).value() : kind;
  scan.shows_its_code = print != PrintFault::OtherForm && print != PrintFault::Hidden;
  Sheet sheet = sheet_of(printed, scan.order);
  spoil(sheet, printed, print, random.child("print"));
  const auto form = forms::template_of(printed.project, printed.type, scan.order);
  auto page = print_of(sheet, dpi);
  if (print == PrintFault::Hidden) hide(page, form.code);
  samples::FormRecipe recipe{.seed = random.child("recipe").bits(),
                             .faults = {},
                             .defects = office(random.child("office"))};
  if (defect != nullptr) plant(recipe, *defect, random.child("picture"));
  scan.sample =
      samples::hand_in(page, form, signers_of(scan.order, random.child("signers")), recipe);
  return scan;
}

}  // namespace vermilion::evaluate
