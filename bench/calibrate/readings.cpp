#include "bench/calibrate/readings.hpp"

#include "pipeline/credit_code/line_reading.hpp"
#include "pipeline/credit_code/trained_reader.hpp"
#include "samples/make.hpp"
#include "samples/random.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace vermilion::calibrate {
namespace {

using samples::Defect;

constexpr int kPagesForEach = 8;
constexpr std::uint64_t kSeedsBefore = 10'000'000;

// Readings of hundreds of codes are hardly less sure than this.
constexpr double kProbabilityMin = 1e-4;
constexpr int kSteps = 200;

// What makes codes hard to read, to where people cannot read them either: on easy pages no gate
// matters.
constexpr std::array kHard{
    Planting{Defect::Lowres, 45, 90},         Planting{Defect::Blur, 0.15, 0.5},
    Planting{Defect::SealOverCode, 1, 1},     Planting{Defect::Upscaled, 1.8, 4},
    Planting{Defect::Photo, 0.02, 0.08},      Planting{Defect::JpegLowQuality, 6, 30},
    Planting{Defect::Screenshot, 0.05, 0.16}, Planting{Defect::Watermark, 0.2, 0.6}};

// One in four prints a code that is wrong: nothing may be read from it.
bool is_misprinted(int nth) {
  return nth % 4 == 3;
}

samples::Recipe hard(int nth, int count, std::uint64_t seed) {
  // By fours, so that each defect meets right and wrong codes alike.
  const Planting& planting = kHard[static_cast<std::size_t>(nth / 4) % kHard.size()];
  samples::Wishes wishes{.defects = {planting.defect, Defect::CodeWrong}};
  samples::Recipe recipe = samples::random_recipe(seed, wishes);
  recipe.defects.front().strength =
      planting.mildest + (nth + 0.5) / count * (planting.strongest - planting.mildest);
  if (!is_misprinted(nth)) recipe.defects.pop_back();
  return recipe;
}

// What one reader makes of codes, at each gate.
class Counts {
 public:
  explicit Counts(const std::vector<double>& gates)
      : gates_(gates), exact_(size()), wrong_(size()), absent_(size()), misprinted_(size()) {}

  void add_sound(const std::vector<Answer>& answers, const std::string& code) {
    exact_.add(at_each_gate(answers,
                            [&](const Answer* answer) { return answer && answer->code == code; }));
    wrong_.add(at_each_gate(answers,
                            [&](const Answer* answer) { return answer && answer->code != code; }));
    absent_.add(at_each_gate(answers, [](const Answer* answer) { return answer == nullptr; }));
  }

  void add_misprinted(const std::vector<Answer>& answers) {
    misprinted_.add(at_each_gate(answers, [](const Answer* answer) { return answer != nullptr; }));
  }

  [[nodiscard]] int sound() const { return exact_.scans(); }
  [[nodiscard]] int misprinted() const { return misprinted_.scans(); }

  [[nodiscard]] std::vector<Curve> curves() const {
    std::vector<Curve> curves{{"read right", "读对", Meaning::Wanted, exact_},
                              {"not read", "未读出", Meaning::Open, absent_},
                              {"read wrong", "读错", Meaning::Unwanted, wrong_}};
    if (misprinted() > 0)
      curves.push_back({"misprint read as code", "印错却读成码", Meaning::Misprinted, misprinted_});
    return curves;
  }

 private:
  [[nodiscard]] std::size_t size() const { return gates_.size(); }

  template <class Says>
  [[nodiscard]] std::vector<bool> at_each_gate(const std::vector<Answer>& answers,
                                               Says&& says) const {
    std::vector<bool> said;
    for (const double gate : gates_) said.push_back(says(answer_at(answers, gate)));
    return said;
  }

  const std::vector<double>& gates_;
  Tally exact_;
  Tally wrong_;
  Tally absent_;
  Tally misprinted_;
};

struct Reader {
  std::string id;
  std::string name;
  std::string name_zh;
  double fallback;  // the probability the product asks for
  bool is_asked_second;
};

std::array<Reader, 2> readers() {
  using namespace pipeline::credit_code;
  return {Reader{"light_reader", "light reader", "轻量识别器", kConfidenceMin, false},
          Reader{"trained_reader", "trained reader", "训练识别器", std::exp(kLikelihoodMin), true}};
}

// Of one reader on one kind of scans.
struct Gate {
  explicit Gate(const Reader& whose)
      : reader(whose),
        axis(kProbabilityMin, 1),
        gates(axis.values(kSteps, reader.fallback)),
        counts(gates) {}
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  // Null: the reader before it has read the code.
  [[nodiscard]] const std::vector<Answer>* of(const CodeReaders::Answers& answers) const {
    if (!reader.is_asked_second) return &answers.light;
    return answers.light_reads ? nullptr : &answers.trained;
  }

  Reader reader;
  Axis axis;
  std::vector<double> gates;
  Counts counts;
};
using Gates = std::array<Gate, 2>;

void read_drawn(Gates& gates, CodeReaders& readers, const Settings& settings) {
  const int count = kPagesForEach * settings.pages;
  for (int i = 0; i < count; ++i) {
    const auto seed = settings.seed + kSeedsBefore + static_cast<unsigned>(i);
    const auto sample = samples::make(hard(i, count, seed));
    if (!sample.truth.code_printed) continue;
    const auto answers = readers.ask(sample.bytes, "drawn." + sample.extension);
    for (Gate& gate : gates) {
      const auto* given = gate.of(answers);
      if (given == nullptr) continue;
      if (is_misprinted(i)) {
        gate.counts.add_misprinted(*given);
      } else {
        gate.counts.add_sound(*given, *sample.truth.code_printed);
      }
    }
  }
}

void read_real(Gates& gates, CodeReaders& readers, const Settings& settings) {
  for (const RealScan& scan : settings.real) {
    if (scan.code.empty()) continue;
    const auto answers = readers.ask(bytes_of(scan.path), scan.file);
    for (Gate& gate : gates) {
      if (const auto* given = gate.of(answers)) gate.counts.add_sound(*given, scan.code);
    }
  }
}

std::string note_on(const Gate& gate, std::string_view scans) {
  std::string note = fmt::format("{} codes on {}", gate.counts.sound(), scans);
  if (gate.reader.is_asked_second) note += " that the light reader left";
  if (gate.counts.misprinted() > 0) note += fmt::format(", {} misprints", gate.counts.misprinted());
  return note;
}

Figure figure_of(const Gate& gate, const std::string& kind, std::string_view scans) {
  return {.id = gate.reader.id + "." + kind,
          .sheet = "readers",
          .heading = gate.reader.name + ", " + kind + " scans",
          .heading_zh = gate.reader.name_zh + (kind == "real" ? "，真实文件" : "，生成文件"),
          .summary = "credit codes it reads, by how sure it must be",
          .parameter = "probability",
          .unit = "",
          .parameter_summary = "that the code is right, at least",
          .parameter_summary_zh = "读数把握不低于",
          .axis = gate.axis,
          .values = gate.gates,
          .fallback = gate.reader.fallback,
          .curves = gate.counts.curves(),
          .notes = {note_on(gate, scans), "QR symbols withheld, Tesseract not asked"}};
}

}  // namespace

std::vector<Figure> reading_figures(CodeReaders& code_readers, const Settings& settings) {
  const auto [light, trained] = readers();
  std::vector<Figure> figures;
  Gates drawn{Gate(light), Gate(trained)};
  read_drawn(drawn, code_readers, settings);
  for (const Gate& gate : drawn) figures.push_back(figure_of(gate, "drawn", "hard drawn scans"));
  if (settings.real.empty()) return figures;
  Gates real{Gate(light), Gate(trained)};
  read_real(real, code_readers, settings);
  for (const Gate& gate : real) figures.push_back(figure_of(gate, "real", "licences"));
  return figures;
}

}  // namespace vermilion::calibrate
