// Measures the pipeline on labelled real images, and on drawn ones.
//
//   evaluate [FOLDER] [--turns] [--peers] [--drawn COUNT] [--seals COUNT] [--seed S] [--models DIR]
//            [--only CATEGORY] [--each]
//   evaluate [FOLDER] [--drawn COUNT] --expected
//   evaluate --forms COUNT [--seed S] [--only NAME] [--each] [--keep DIR]
//   evaluate --cards COUNT [--seed S] [--each]
//   evaluate --seal-names COUNT [--seed S] [--each]
//   evaluate FOLDER --names

#include "bench/evaluate/cards.hpp"
#include "bench/evaluate/cascade.hpp"
#include "bench/evaluate/comparison.hpp"
#include "bench/evaluate/drawn.hpp"
#include "bench/evaluate/drawn_seals.hpp"
#include "bench/evaluate/expected.hpp"
#include "bench/evaluate/figures.hpp"
#include "bench/evaluate/forms.hpp"
#include "bench/evaluate/names.hpp"
#include "bench/evaluate/turns.hpp"
#include "bench/speed/child.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

namespace vermilion::evaluate {
namespace {

struct Category {
  std::string_view name;
  void (*print)(const std::vector<Inspected>&, bool each);
  // How the cascade went, where that says something.
  void (*print_readers)(const std::vector<Inspected>&) = nullptr;
  void (*print_rungs)(const std::vector<Inspected>&) = nullptr;
  void (*print_stages)(const std::vector<Inspected>&) = nullptr;
};

constexpr Category kCategories[] = {
    {kLicences, print_codes, print_readers, print_rungs, print_stages},
    {kLicencesNoCode, print_no_codes, print_readers, print_rungs, print_stages},
    {kSymbols, print_symbols, nullptr, print_rungs},
    {"skew", print_skew},
    {"hostile", print_hostile}};

struct Wanted {
  std::string folder;
  std::string models = VERMILION_MODELS_DIR;
  std::string only;
  DrawnSets drawn;
  SealMatrix seals;
  DrawnCards cards;
  DrawnCards seal_names;
  DrawnForms forms{.rules = VERMILION_RULES_DIR};
  bool each = false;
  bool expected = false;
  bool names = false;
  bool turns = false;
  bool peers = false;
};

void print(const Category& category, const std::vector<Inspected>& inspected, bool each) {
  category.print(inspected, each);
  if (category.print_readers != nullptr) category.print_readers(inspected);
  if (category.print_rungs != nullptr) category.print_rungs(inspected);
  if (category.print_stages != nullptr) category.print_stages(inspected);
}

// Of the licences and of the pages that were gathered for their seals.
void print_all_seals(Inspections& inspections, bool each) {
  std::vector<Inspected> with_seals = inspections.of(kLicences);
  const auto& more = inspections.of("seal");
  with_seals.insert(with_seals.end(), more.begin(), more.end());
  print_seals(with_seals, each);
}

void evaluate_images(pipeline::Inspector& inspector, const Wanted& wanted) {
  const std::vector<Labelled> images = read_labels(wanted.folder);
  Inspections inspections(inspector, images);
  const auto is_wanted = [&](std::string_view name) {
    return wanted.only.empty() || wanted.only == name;
  };
  for (const Category& category : kCategories) {
    if (is_wanted(category.name)) print(category, inspections.of(category.name), wanted.each);
  }
  if (is_wanted("seal")) print_all_seals(inspections, wanted.each);
  if (wanted.turns) print_turns(figures_by_turn(inspector, inspections));
  if (wanted.peers) print_comparison(inspections);
}

int evaluate_names(const Wanted& wanted) {
  const auto printed = print_names(wanted.models, read_labels(wanted.folder), wanted.each);
  if (!printed) fmt::print(stderr, "{}\n", printed.error().detail);
  return printed ? 0 : 4;
}

int evaluate(const Wanted& wanted) {
  if (wanted.names) return evaluate_names(wanted);
  auto inspector = pipeline::Inspector::create(wanted.models);
  if (!inspector) {
    fmt::print(stderr, "{}\n", inspector.error().detail);
    return 4;
  }
  if (wanted.expected) {
    const auto images =
        wanted.folder.empty() ? std::vector<Labelled>{} : read_labels(wanted.folder);
    print_expected(*inspector, images, wanted.drawn);
    return 0;
  }
  if (!wanted.folder.empty()) evaluate_images(*inspector, wanted);
  if (wanted.drawn.count > 0) print_drawn(*inspector, wanted.drawn);
  if (wanted.seals.count > 0) print_drawn_seals(*inspector, wanted.seals);
  if (wanted.forms.count > 0) print_forms(*inspector, wanted.forms);
  if (wanted.cards.count > 0) print_cards(*inspector, wanted.cards);
  if (wanted.seal_names.count > 0) print_seal_names(*inspector, wanted.seal_names);
  fmt::print("peak memory {:.0f} MB\n", speed::self_peak_mb());
  return 0;
}

}  // namespace
}  // namespace vermilion::evaluate

int main(int argc, char** argv) {
  CLI::App app("Measures the pipeline on labelled real images, and on drawn ones");
  vermilion::evaluate::Wanted wanted;
  app.add_option("folder", wanted.folder, "folder with labels.tsv");
  app.add_flag("--turns", wanted.turns, "the licences turned by 90, 180 and 270 degrees as well");
  app.add_flag("--peers", wanted.peers,
               "ZXingReader, zbarimg and tesseract on the same images as well; some minutes");
  app.add_option("--drawn", wanted.drawn.count,
                 "draw so many samples of each of seven sets as well");
  app.add_option("--seals", wanted.seals.count,
                 "draw so many pages of each condition a seal can be in");
  app.add_option("--forms", wanted.forms.count,
                 "print each form so many times and have it come back stamped and scanned");
  app.add_option("--cards", wanted.cards.count,
                 "draw so many copies of identity cards in each condition");
  app.add_option("--seal-names", wanted.seal_names.count,
                 "stamp so many seals and expect their names, and names nearly theirs");
  app.add_option("--keep", wanted.forms.keep, "folder for the scans of forms that went wrong");
  app.add_option("--seed", wanted.drawn.seed, "of the drawn samples");
  app.add_option("--models", wanted.models, "folder of the models");
  app.add_option("--only", wanted.only,
                 "one category: licence, licence_no_code, qr, skew, hostile, seal; "
                 "or one drawn set; or part of a form's name");
  app.add_flag("--each", wanted.each, "a line for each image");
  app.add_flag("--expected", wanted.expected,
               "instead: how the code an order expects is borne out, and twenty near it");
  app.add_flag(
         "--names", wanted.names,
         "instead: how the name an order expects on a licence is borne out, those of the other "
         "organisations, and names one character off; needs a folder, some minutes")
      ->needs("folder");
  CLI11_PARSE(app, argc, argv);
  wanted.drawn.only = wanted.only;
  wanted.drawn.each = wanted.each;
  wanted.seals.only = wanted.only;
  wanted.seals.each = wanted.each;
  wanted.forms.seed = wanted.drawn.seed;
  wanted.cards.seed = wanted.seal_names.seed = wanted.drawn.seed;
  wanted.cards.each = wanted.seal_names.each = wanted.each;
  wanted.forms.only = wanted.only;
  wanted.forms.each = wanted.each;
  return vermilion::evaluate::evaluate(wanted);
}
