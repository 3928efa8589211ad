#include "bench/calibrate/files.hpp"

#include "bench/calibrate/panel.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace vermilion::calibrate {
namespace {

constexpr std::size_t kColumns = 2;

using Figures = std::vector<const Figure*>;

void draw_side_by_side(Canvas canvas, const Figures& figures) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    draw(canvas,
         {static_cast<double>(i % kColumns) * kPanelWidth,
          static_cast<double>(i / kColumns) * kPanelHeight},
         *figures[i]);
  }
  canvas.finish();
}

// `stem` with .svg and with .png.
void write(const std::filesystem::path& stem, const Figures& figures) {
  const std::size_t columns = std::min(figures.size(), kColumns);
  const double width = static_cast<double>(columns) * kPanelWidth;
  const double height =
      static_cast<double>((figures.size() + kColumns - 1) / kColumns) * kPanelHeight;
  draw_side_by_side(Canvas::svg(stem.string() + ".svg", width, height), figures);
  draw_side_by_side(Canvas::png(stem.string() + ".png", width, height), figures);
}

void print_curve(std::ostream& out, const Figure& figure, std::string_view name,
                 const Tally& tally) {
  for (std::size_t i = 0; i < figure.values.size(); ++i) {
    fmt::print(out, "{}\t{}\t{:.6g}\t{}\t{}\t{}\t{}\n", figure.id, figure.unit, figure.values[i],
               figure.values[i] == figure.fallback ? 1 : 0, name, tally.hits(i), tally.scans());
  }
}

// Of all figures, in the order of their first appearance.
std::vector<std::string> curve_names(const std::vector<Figure>& figures) {
  std::vector<std::string> names;
  for (const Figure& figure : figures) {
    for (const Curve& curve : figure.curves) {
      if (std::ranges::find(names, curve.name) == names.end()) names.push_back(curve.name);
    }
  }
  return names;
}

std::string cell(const Figure& figure, const std::string& name) {
  const auto curve = std::ranges::find(figure.curves, name, &Curve::name);
  if (curve == figure.curves.end()) return "";
  const int hits = curve->tally.hits(index_of_fallback(figure));
  const int scans = curve->tally.scans();
  return fmt::format("{} ({} of {})", percent(hits, scans), hits, scans);
}

}  // namespace

void write_pictures(const std::filesystem::path& folder, const std::vector<Figure>& figures) {
  for (const Figure& figure : figures) write(folder / figure.id, {&figure});
}

void write_sheets(const std::filesystem::path& folder, const std::vector<Figure>& figures) {
  std::vector<std::string> sheets;
  for (const Figure& figure : figures) {
    if (std::ranges::find(sheets, figure.sheet) == sheets.end()) sheets.push_back(figure.sheet);
  }
  for (const std::string& sheet : sheets) {
    Figures on_it;
    for (const Figure& figure : figures) {
      if (figure.sheet == sheet) on_it.push_back(&figure);
    }
    write(folder / sheet, on_it);
  }
}

void write_numbers(const std::filesystem::path& folder, const std::vector<Figure>& figures) {
  std::ofstream out(folder / "curves.tsv");
  out << "figure\tunit\tvalue\tin_use\tcurve\thits\tscans\n";
  for (const Figure& figure : figures) {
    for (const Curve& curve : figure.curves) print_curve(out, figure, curve.name, curve.tally);
    if (!figure.band) continue;
    print_curve(out, figure, "mildest third", figure.band->mildest);
    print_curve(out, figure, "strongest third", figure.band->strongest);
  }
  if (!out.flush()) throw std::runtime_error("cannot write curves.tsv into " + folder.string());
}

std::string table_of(const std::vector<Figure>& figures) {
  const std::vector<std::string> names = curve_names(figures);
  std::string table =
      fmt::format("| threshold | in use | {} |\n|---|---|", fmt::join(names, " | "));
  for (std::size_t i = 0; i < names.size(); ++i) table += "---|";
  for (const Figure& figure : figures) {
    table += fmt::format("\n| `{}` | {} |", figure.id, with_unit(figure.fallback, figure.unit));
    for (const std::string& name : names) table += fmt::format(" {} |", cell(figure, name));
  }
  return table + "\n";
}

}  // namespace vermilion::calibrate
