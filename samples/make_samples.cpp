// samples_make: draws samples into a folder.

#include "samples/documents/catalogue.hpp"
#include "samples/series.hpp"
#include "samples/shipped.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <exception>

using namespace vermilion::samples;

namespace {

constexpr int kWrongUse = 2;
constexpr int kOurFault = 4;

std::vector<DocumentKind> kinds_named(const std::vector<std::string>& names) {
  std::vector<DocumentKind> kinds;
  for (const auto& name : names) {
    const auto kind = documents::document_named(name);
    if (!kind) throw CLI::ValidationError("--document", "there is no document " + name);
    kinds.push_back(*kind);
  }
  return kinds;
}

std::vector<Defect> defects_called(const std::vector<std::string>& ids) {
  std::vector<Defect> found;
  for (const auto& id : ids) {
    const auto defect = defect_named(id);
    if (!defect) throw CLI::ValidationError("--defect", "there is no defect " + id);
    found.push_back(*defect);
  }
  return found;
}

// CLI11 and Cairo's fonts throw; everything they say is for the person at the terminal.
int draw(CLI::App& app, int argc, char** argv) {
  std::string out;
  int count = 1;
  std::uint64_t seed = 1;
  bool shipped_set = false;
  Wishes wishes;
  std::vector<std::string> document_names;
  std::vector<std::string> defect_ids;
  app.add_option("--out", out, "folder to write to")->required();
  app.add_option("--count", count, "how many")->check(CLI::Range(1, 1'000'000));
  app.add_option("--seed", seed, "the same seed gives the same bytes");
  app.add_option("--document", document_names, "one of these; any if not given");
  app.add_option("--defect", defect_ids, "all of these; none if not given");
  app.add_option("--mixed", wishes.further_defects_max, "at most so many further random defects");
  app.add_option("--dpi", wishes.dpi, "pixels per inch")->check(CLI::Range(50, 600));
  app.add_flag("--shipped", shipped_set, "the samples that lie beside the program");
  app.parse(argc, argv);
  wishes.documents = kinds_named(document_names);
  wishes.defects = defects_called(defect_ids);
  if (const auto why = conflict(wishes); !why.empty()) throw CLI::ValidationError("--defect", why);
  const auto written = shipped_set ? write_shipped(out) : write_series(out, count, seed, wishes);
  if (!written) fmt::print(stderr, "{}\n", written.error().detail);
  return written ? 0 : kOurFault;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    CLI::App app("Draws documents nobody has to own.", "samples_make");
    try {
      return draw(app, argc, argv);
    } catch (const CLI::ParseError& error) {
      return app.exit(error) == 0 ? 0 : kWrongUse;
    }
  } catch (const std::exception& error) {
    std::fputs(error.what(), stderr);
    return kOurFault;
  }
}
